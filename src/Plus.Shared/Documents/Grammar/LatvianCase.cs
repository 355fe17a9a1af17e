namespace Plus.Shared.Documents.Grammar;

/// <summary>The cases of Latvian that letters need.</summary>
public enum LatvianCase
{
    /// <summary>nominatīvs: kas?</summary>
    Nominative,

    /// <summary>ģenitīvs: kā?</summary>
    Genitive,

    /// <summary>datīvs: kam?</summary>
    Dative,

    /// <summary>akuzatīvs: ko?</summary>
    Accusative,

    /// <summary>lokatīvs: kur?</summary>
    Locative,
}

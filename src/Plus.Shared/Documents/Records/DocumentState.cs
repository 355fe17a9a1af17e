namespace Plus.Shared.Documents.Records;

/// <summary>Where a document stands on its way from the first draft to the case file.</summary>
public enum DocumentState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    ToBeAgreed,

    /// <summary>A second person agreed.</summary>
    Agreed,

    /// <summary>Numbered; waits for its signature.</summary>
    ToBeSigned,

    /// <summary>Signed: from here on it never changes.</summary>
    Signed,

    /// <summary>On its way to those it is for.</summary>
    Sent,

    /// <summary>It reached everybody it is for.</summary>
    Delivered,

    /// <summary>It did not reach somebody it is for.</summary>
    Failed,

    /// <summary>Put into the case file: the end of the way.</summary>
    Registered,

    /// <summary>Given up before it was signed; its number, if it had one, is not given again.</summary>
    Annulled,
}

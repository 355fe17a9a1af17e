using Plus.Law.Rules;
using Plus.Web.Language;

namespace Plus.Shared.Rules.Parameters;

/// <summary>A legal parameter in words.</summary>
internal static class ParameterWords
{
    public static string Value(Texts texts, LegalParameter parameter) =>
        parameter switch
        {
            { Unit: "yes_no" } => texts[parameter.Number == 1 ? "rules.yes" : "rules.no"],
            { Unit: "code" } => texts["law.choice." + parameter.Words],
            { Value: null } => parameter.Words.Replace(",", ", ", StringComparison.Ordinal),
            { Unit: "eur_per_hour" or "eur_per_day" } => texts.Write(parameter.Number, "rate")
                + " "
                + texts["law.unit." + parameter.Unit],
            _ => texts.Write(parameter.Number) + " " + texts["law.unit." + parameter.Unit],
        };

    public static string Dates(Texts texts, LegalParameter parameter) =>
        parameter.ValidTo is { } to
            ? texts["rules.parameter.fromTo", ("from", parameter.ValidFrom), ("to", to)]
            : texts["rules.parameter.fromOn", ("from", parameter.ValidFrom)];

    /// <summary>Act and article; the article is not always known.</summary>
    public static string Basis(LegalParameter parameter) =>
        string.IsNullOrEmpty(parameter.Article) ? parameter.Act : parameter.Act + ", " + parameter.Article;

    /// <summary>Where it was read: a tag of a source, or how it came to be without one.</summary>
    public static string Source(Texts texts, LegalParameter parameter) =>
        parameter.Source switch
        {
            "nav avota" => texts["rules.parameter.source.memory"],
            "pieņēmums" => texts["rules.parameter.source.chosen"],
            _ => parameter.Source,
        };

    /// <summary>The language the source is given in: sources are quoted in Latvian on every page; null when translated.</summary>
    public static string? SourceLanguage(Texts texts, LegalParameter parameter) =>
        Source(texts, parameter) == parameter.Source ? "lv" : null;
}

using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Web.Language;

namespace Plus.Shared.Cases.Sections;

/// <summary>Facts of sections in words.</summary>
public static class SectionWords
{
    public static string Fact(Texts texts, SectionFact fact) =>
        fact.Value switch
        {
            null or "" => texts["cases.section.none"],
            bool yes => texts[yes ? "cases.yes" : "cases.no"],
            string code when fact.CodeKey is not null => texts.Maybe(fact.CodeKey + code) ?? code,
            var value => texts.Write(value),
        };

    /// <summary>"168.¹ panta 2. daļas 3. punkts", in the language of the page.</summary>
    public static string Offence(Texts texts, BasisOffence offence)
    {
        // Latvian writes "176. panta", and "168.¹ panta" without a second dot.
        var bare = texts.Language == PageLanguage.Latvian ? "." : "";
        var article = offence.Article + (offence.Sup is { } sup ? "." + Raised(sup) : bare);
        return (offence.Part, offence.Point) switch
        {
            ({ } part, { } point) => texts[
                "cases.offence.point",
                ("article", article),
                ("part", part),
                ("point", point)
            ],
            ({ } part, null) => texts["cases.offence.part", ("article", article), ("part", part)],
            _ => texts["cases.offence.article", ("article", article)],
        };
    }

    private static string Raised(int sup) =>
        string.Concat(
            sup.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])
        );
}

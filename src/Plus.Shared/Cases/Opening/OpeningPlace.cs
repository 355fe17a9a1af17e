using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases.Opening;

/// <summary>What a section is opened into: the client's case, the competent office, what is known of offences.</summary>
/// <param name="File">The case; tracked or stored.</param>
/// <param name="Office">The office and why; both null when a human must choose.</param>
/// <param name="SexualBefore">An earlier conviction was for a sexual offence.</param>
/// <param name="SexualArticles">The articles of sexual offences on the day of opening.</param>
/// <param name="Parameters">The legal parameters as this Service has them.</param>
public sealed record OpeningPlace(
    Case File,
    SuggestedOffice Office,
    bool SexualBefore,
    IReadOnlySet<CriminalArticle> SexualArticles,
    LegalParameters Parameters
)
{
    /// <summary>Sets the main offence and whether there is a sexual one, now or before.</summary>
    public void MarkOffences(Section section, IReadOnlyList<BasisOffence> offences)
    {
        var main = offences.MinBy(o => o.Ordinal);
        section.MainOffence(
            main?.Article,
            main?.Sup,
            SexualBefore || offences.Any(o => IsAmong(SexualArticles, o.Article, o.Sup))
        );
    }

    internal static bool IsAmong(IReadOnlySet<CriminalArticle> articles, string article, int? sup) =>
        CriminalArticle.TryParse(sup is null ? article : $"{article}.{sup}", out var parsed)
        && articles.Contains(parsed);
}

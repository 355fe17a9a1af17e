using Plus.Law.Figures;
using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>
/// Groups of offences by which a host employer may limit whom it takes. Which articles belong to a group is a list in
/// force on a day; sexual offences are those of the figures.
/// </summary>
public static class OffenceGroups
{
    public const string Sexual = "sexual";
    public const string AgainstChildren = "againstChildren";

    private static readonly (string Group, string Parameter)[] Lists =
    [
        ("violent", ParameterCodes.OffencesViolent),
        (AgainstChildren, ParameterCodes.OffencesAgainstChildren),
        ("property", ParameterCodes.OffencesProperty),
        ("drugs", ParameterCodes.OffencesDrugs),
        ("traffic", ParameterCodes.OffencesTraffic),
    ];

    /// <summary>Codes of the groups; texts <c>law.offence_group.*</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [Sexual, .. Lists.Select(l => l.Group)];

    /// <summary>The groups an article belongs to on a day; none when it is in no list.</summary>
    public static IReadOnlySet<string> Of(CriminalArticle article, DateOnly on, LegalParameters parameters)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        if (SexualOffences.IsSexualOffence(article, on, parameters))
        {
            groups.Add(Sexual);
        }
        foreach (var (group, list) in Lists)
        {
            if (Articles(list, on, parameters).Contains(article))
            {
                groups.Add(group);
            }
        }
        return groups;
    }

    private static IEnumerable<CriminalArticle> Articles(string code, DateOnly on, LegalParameters parameters) =>
        parameters
            .Get(code, on)
            .List.Select(text =>
                CriminalArticle.TryParse(text, out var article)
                    ? article
                    : throw new LegalParameterException(code, on, $"holds '{text}', which is no article")
            );
}

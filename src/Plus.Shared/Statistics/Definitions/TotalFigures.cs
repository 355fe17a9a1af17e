using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Statistics.Definitions;

/// <summary>
/// The totals over all functions: sums of function records, as the yearly report counts them. A person in two
/// functions counts twice; how many distinct persons that is stands beside every count.
/// </summary>
internal static class TotalFigures
{
    /// <summary>Articles of the Criminal Law printed on their own; all others are "other".</summary>
    private static readonly (string Article, int? Sup)[] Printed =
    [
        ("262", null),
        ("180", null),
        ("175", null),
        ("312", null),
        ("185", null),
        ("253", null),
        ("170", null),
        ("168", 1),
        ("176", null),
    ];

    private const string Started = "s.opened_on between @start and @end";

    private static readonly Dictionary<string, string> Totals = new(StringComparer.Ordinal)
    {
        ["clients.worked"] = "true",
        ["clients.started"] = Started,
        ["clients.carried_over"] = "s.opened_on < @start",
        ["clients.children"] = "s.years < @youth",
        ["clients.youth"] = "s.years >= @youth and s.years < @adults",
        ["clients.childrenYouth"] = "s.years < @adults",
    };

    static TotalFigures()
    {
        foreach (var (article, sup) in Printed)
        {
            Totals[OffenceKey(article, sup)] = $"{Started} and {Is(article, sup)}";
        }
        var listed = string.Join(" or ", Printed.Select(p => $"({Is(p.Article, p.Sup)})"));
        Totals["offence.share.other"] = $"{Started} and s.main_article is not null and not ({listed})";
    }

    public static IReadOnlyList<FigureDefinition> Definitions { get; } =
    [
        new("clients.worked", "cases", new CountOf("clients.worked")),
        new("clients.started", "cases", new CountOf("clients.started")),
        new("clients.carried_over", "cases", new CountOf("clients.carried_over")),
        new("clients.share_11_17", "percent", new ShareOf("clients.children", "clients.worked")),
        new("clients.share_18_25", "percent", new ShareOf("clients.youth", "clients.worked")),
        new("clients.share_children_youth", "percent", new ShareOf("clients.childrenYouth", "clients.worked")),
        .. Printed
            .Select(p => OffenceKey(p.Article, p.Sup))
            .Append("offence.share.other")
            .Select(key => new FigureDefinition(key, "percent", new ShareOf(key, "clients.started"))),
    ];

    /// <summary>The source with the totals' counters added, if it belongs to them.</summary>
    public static SectionSource WithTotals(SectionSource source) =>
        source.InClientTotals
            ? source with
            {
                Counters = Totals
                    .Concat(source.Counters)
                    .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal),
            }
            : source;

    private static string OffenceKey(string article, int? sup) =>
        "offence.share." + article + (sup is null ? "" : "." + sup);

    private static string Is(string article, int? sup) =>
        sup is null
            ? $"s.main_article = '{article}' and s.main_article_sup is null"
            : $"s.main_article = '{article}' and s.main_article_sup is not distinct from {sup}";
}

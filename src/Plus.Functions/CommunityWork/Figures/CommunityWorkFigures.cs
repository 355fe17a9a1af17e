using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.CommunityWork.Figures;

/// <summary>Community work as a penalty: clients, hours and what the hours are worth.</summary>
internal static class CommunityWorkFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(ProbationFunction.CommunityWork.Code(), YearBasis.Open, InClientTotals: true)
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["sd.clients"] = "true",
                        ["sd.children"] = "s.years < @youth",
                        ["sd.youth"] = "s.years >= @youth and s.years < @adults",
                    },
                    Orders = new Dictionary<string, GroupedOrder>(StringComparer.Ordinal)
                    {
                        ["sd.articles"] = new(SectionSource.ArticleCode, 5),
                    },
                },
            ],
            Amounts =
            [
                new AmountSource(
                    "community_work.hours_entry",
                    "worked_on",
                    "credited_minutes",
                    "e.withdrawn_at is null"
                )
                {
                    Sums = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["sd.hours"] = "true",
                        ["sd.hours_minors"] = "e.minor",
                    },
                },
            ],
            Definitions =
            [
                new("sd.clients", "clients", new CountOf("sd.clients")),
                new("sd.children", "clients", new CountOf("sd.children")),
                new("sd.youth", "clients", new CountOf("sd.youth")),
                new("sd.hours", "hours", new HoursOf("sd.hours")),
                new("sd.hours_minors", "hours", new HoursOf("sd.hours_minors")),
                new("sd.value_keur", "thousandEuro", new ValueOf("sd.hours"), 1),
                new("sd.value_keur_since_2005", "thousandEuro", new ValueSince("sd.hours", "sd.value_keur"), 1),
                new("sd.top_articles", "order", new OrderOf("sd.articles")),
            ],
        };
}

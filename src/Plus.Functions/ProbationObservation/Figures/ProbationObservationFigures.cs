using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ProbationObservation.Figures;

/// <summary>Children under probation observation and the articles they answer for.</summary>
internal static class ProbationObservationFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(ProbationFunction.ProbationObservation.Code(), YearBasis.Open, InClientTotals: true)
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal) { ["po.clients"] = "true" },
                    Orders = new Dictionary<string, GroupedOrder>(StringComparer.Ordinal)
                    {
                        ["po.articles"] = new(SectionSource.ArticleCode, 3),
                    },
                },
            ],
            Definitions =
            [
                new("po.clients", "clients", new CountOf("po.clients")),
                new("po.top_articles", "order", new OrderOf("po.articles")),
            ],
        };
}

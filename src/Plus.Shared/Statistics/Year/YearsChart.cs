using System.Globalization;
using Plus.Shared.Statistics.Engine;
using Plus.Web.Charts;
using Plus.Web.Language;

namespace Plus.Shared.Statistics.Year;

/// <summary>The years' totals drawn beside each other.</summary>
internal static class YearsChart
{
    /// <param name="href">Where a year's bar leads.</param>
    public static Chart Of(IReadOnlyList<YearTotals> years, Texts texts, Func<int, string> href) =>
        new(
            texts["figures.chart.years"],
            [.. years.Select(y => y.Year.ToString(CultureInfo.InvariantCulture))],
            [
                new ChartSeries(texts["figure.clients.worked.name"], [.. years.Select(y => (decimal?)y.Worked)])
                {
                    Href = i => href(years[i].Year),
                },
                new ChartSeries(texts["figure.clients.started.name"], [.. years.Select(y => (decimal?)y.Started)]),
            ]
        )
        {
            CategoryHead = texts["figures.column.year"],
        };
}

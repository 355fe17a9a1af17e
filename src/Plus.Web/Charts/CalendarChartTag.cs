using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>One day of a calendar chart: how strong (0-4), what it was in words, and whether it is framed (missed).</summary>
public sealed record CalendarDay(DateOnly Date, int Level, string Text, bool Framed = false);

/// <summary>Days of whole months, from the first to the last, at most 24 months. Days without an entry stay pale.</summary>
public sealed record CalendarChart(string Title, DateOnly From, DateOnly To, IReadOnlyList<CalendarDay> Days);

/// <summary>Attendance, hours or events by day: months as in a calendar on the wall, and the days in a table.</summary>
[HtmlTargetElement("plus-calendar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CalendarChartTag(Texts texts, PageHead head) : TagHelper
{
    private const int Cell = 22;
    private const int MonthWidth = (7 * Cell) + 24;
    private const int MonthHeight = (6 * Cell) + 34;
    private const int InRow = 4;
    private const int MostMonths = 24;

    /// <summary>What to draw.</summary>
    [HtmlAttributeName("chart")]
    public CalendarChart Chart { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var first = new DateOnly(Chart.From.Year, Chart.From.Month, 1);
        var months = Math.Clamp(((Chart.To.Year - first.Year) * 12) + Chart.To.Month - first.Month + 1, 1, MostMonths);
        var days = Chart.Days.ToDictionary(d => d.Date);
        var id = head.NextId("chart");
        var rows = (months + InRow - 1) / InRow;
        var columns = Math.Min(months, InRow);
        var html = new HtmlText();
        html.Add(
            $"<figure class=\"plus-chart\"><figcaption>{Chart.Title}</figcaption><div class=\"plus-chart__box plus-chart__box--{columns} plus-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Chart.Title}\">"
        );
        html.Add($"<svg viewBox=\"0 0 {columns * MonthWidth} {rows * MonthHeight}\" role=\"img\"");
        html.Add($" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{Chart.Title}</title>");
        html.Add($"<desc id=\"{id}-desc\">{texts["web.chart.described"]}</desc>");
        for (var i = 0; i < months; i++)
        {
            html.Add($"<g transform=\"translate({i % InRow * MonthWidth} {i / InRow * MonthHeight})\">");
            WriteMonth(html, first.AddMonths(i), days);
            html.Add($"</g>");
        }

        html.Add($"</svg></div>");
        WriteTable(html);
        html.Add($"</figure>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private void WriteMonth(HtmlText html, DateOnly month, Dictionary<DateOnly, CalendarDay> days)
    {
        var name = month.ToString("MMMM yyyy", texts.Language.Culture);
        html.Add($"<text x=\"0\" y=\"16\" font-size=\"13\" font-weight=\"700\">{name}</text>");
        var shift = ((int)month.DayOfWeek + 6) % 7;
        var all = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).ToList();
        (int X, int Y) At(DateOnly day) => ((shift + day.Day - 1) % 7 * Cell, ((shift + day.Day - 1) / 7 * Cell) + 24);

        // Days without an entry are one path: a year of them would else weigh more than the page.
        html.Add($"<path class=\"plus-heat-0\" d=\"");
        foreach (var day in all.Where(d => !days.ContainsKey(d)))
        {
            html.Add($"M{At(day).X} {At(day).Y}h20v20h-20z");
        }

        html.Add($"\"/>");
        foreach (var entry in all.Select(d => days.GetValueOrDefault(d)).OfType<CalendarDay>())
        {
            var (x, y) = At(entry.Date);
            html.Add($"<rect x=\"{x}\" y=\"{y}\" width=\"20\" height=\"20\" class=\"plus-heat-{Level(entry)}\">");
            html.Add($"<title>{texts.Write(entry.Date)}: {entry.Text}</title></rect>");
            html.AddIf(
                entry.Framed,
                $"<rect x=\"{x + 1}\" y=\"{y + 1}\" width=\"18\" height=\"18\" class=\"plus-heat-mark\"/>"
            );
        }

        html.Add($"<g font-size=\"11\" text-anchor=\"middle\">");
        foreach (var day in all)
        {
            var dark = days.TryGetValue(day, out var entry) && Level(entry) >= 3;
            html.Add($"<text x=\"{At(day).X + 10}\" y=\"{At(day).Y + 14}\"");
            html.AddIf(dark, $" class=\"plus-heat-text-light\"");
            html.Add($">{day.Day}</text>");
        }

        html.Add($"</g>");
    }

    private static int Level(CalendarDay entry) => Math.Clamp(entry.Level, 0, 4);

    private void WriteTable(HtmlText html)
    {
        html.Add(
            $"<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"
        );
        html.Add(
            $"{texts["web.chart.table"]}<span class=\"govuk-visually-hidden\">: {Chart.Title}</span></span></summary>"
        );
        html.Add(
            $"<table class=\"govuk-table\"><thead><tr><th scope=\"col\" class=\"govuk-table__header\">{texts["web.chart.day"]}</th>"
        );
        html.Add(
            $"<th scope=\"col\" class=\"govuk-table__header\">{texts["web.chart.event"]}</th></tr></thead><tbody>"
        );
        foreach (var day in Chart.Days.OrderBy(d => d.Date))
        {
            html.Add($"<tr><th scope=\"row\" class=\"govuk-table__header\">{texts.Write(day.Date)}</th>");
            html.Add($"<td class=\"govuk-table__cell\">{day.Text}</td></tr>");
        }

        html.Add($"</tbody></table></details>");
    }
}

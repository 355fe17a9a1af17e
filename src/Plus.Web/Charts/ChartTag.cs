using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>A picture with its legend and, opened when wanted, its numbers in a table.</summary>
public abstract class ChartTag(Texts texts, PageHead head) : TagHelper
{
    /// <summary>Width of the drawing in its own units.</summary>
    protected const int Width = 720;

    /// <summary>What to draw.</summary>
    [HtmlAttributeName("chart")]
    public Chart Chart { get; set; } = null!;

    /// <summary>The texts of the request.</summary>
    protected Texts T => texts;

    /// <summary>Height of the drawing in its own units.</summary>
    protected abstract int Height { get; }

    /// <inheritdoc/>
    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = head.NextId("chart");
        var html = new HtmlText();
        html.Add($"<figure class=\"plus-chart\"><figcaption>{Chart.Title}</figcaption>");
        if (Chart.Series.All(s => s.Values.All(v => v is null)))
        {
            html.Add($"<p class=\"plus-empty\">{texts["web.chart.empty"]}</p></figure>");
        }
        else
        {
            WriteLegend(html);
            html.Add(
                $"<div class=\"plus-chart__box plus-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Chart.Title}\"><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\""
            );
            html.Add($" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{Chart.Title}</title>");
            html.Add($"<desc id=\"{id}-desc\">{Chart.Description ?? texts["web.chart.described"]}</desc>");
            WriteDrawing(html);
            html.Add($"</svg></div>");
            WriteTable(html);
            html.Add($"</figure>");
        }

        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>Writes what is inside the SVG element.</summary>
    protected abstract void WriteDrawing(HtmlText html);

    /// <summary>A value in words.</summary>
    protected string Words(decimal? value) =>
        value is null ? "–"
        : Chart.Format == "hm" ? texts.Hours((long)value)
        : texts.Write(value, Chart.Format);

    /// <summary>What the eye reads off one point: category, series, value.</summary>
    protected string Point(int category, ChartSeries series) =>
        Chart.Series.Count == 1
            ? $"{Chart.Categories[category]}: {Words(series.Values[category])}"
            : $"{Chart.Categories[category]}, {series.Name}: {Words(series.Values[category])}";

    private void WriteLegend(HtmlText html)
    {
        if (Chart.Series.Count < 2)
        {
            return;
        }

        html.Add($"<ul class=\"plus-chart__legend\">");
        for (var i = 0; i < Chart.Series.Count; i++)
        {
            html.Add(
                $"<li><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" class=\"plus-fill-{i}\"/></svg>{Chart.Series[i].Name}</li>"
            );
        }

        html.Add($"</ul>");
    }

    private void WriteTable(HtmlText html)
    {
        html.Add(
            $"<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"
        );
        html.Add(
            $"{texts["web.chart.table"]}<span class=\"govuk-visually-hidden\">: {Chart.Title}</span></span></summary>"
        );
        html.Add(
            $"<div class=\"plus-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{texts["web.chart.table"]}: {Chart.Title}\"><table class=\"govuk-table\"><thead><tr>"
        );
        var category = Chart.CategoryHead.Length > 0 ? Chart.CategoryHead : texts["web.chart.category"];
        html.Add($"<th scope=\"col\" class=\"govuk-table__header\">{category}</th>");
        foreach (var series in Chart.Series)
        {
            html.Add(
                $"<th scope=\"col\" class=\"govuk-table__header govuk-table__header--numeric\">{series.Name}</th>"
            );
        }

        html.Add($"</tr></thead><tbody>");
        for (var i = 0; i < Chart.Categories.Count; i++)
        {
            html.Add($"<tr><th scope=\"row\" class=\"govuk-table__header\">{Chart.Categories[i]}</th>");
            foreach (var series in Chart.Series)
            {
                var href = series.Href?.Invoke(i);
                html.Add($"<td class=\"govuk-table__cell govuk-table__cell--numeric\">");
                html.AddIf(href is null, $"{Words(series.Values[i])}");
                html.AddIf(href is not null, $"<a href=\"{href}\">{Words(series.Values[i])}</a>");
                html.Add($"</td>");
            }

            html.Add($"</tr>");
        }

        html.Add($"</tbody></table></div></details>");
    }
}

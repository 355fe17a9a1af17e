using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>Lines over time; a line is broken where there is no value. Each series has its own shape of point.</summary>
[HtmlTargetElement("plus-line-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LineChartTag(Texts texts, PageHead head) : ColumnChartTag(texts, head)
{
    /// <inheritdoc/>
    protected override void WriteValues(HtmlText html, Func<decimal, double> at)
    {
        for (var s = 0; s < Chart.Series.Count; s++)
        {
            WriteLine(html, Chart.Series[s], s, at);
            for (var i = 0; i < Chart.Categories.Count; i++)
            {
                if (Chart.Series[s].Values[i] is { } value)
                {
                    WritePoint(html, s, X(i), at(value), Point(i, Chart.Series[s]));
                }
            }
        }
    }

    private double X(int category) => Left + (Step * (category + 0.5));

    private void WriteLine(HtmlText html, ChartSeries series, int place, Func<decimal, double> at)
    {
        html.Add($"<path class=\"plus-chart__line plus-stroke-{place}\" d=\"");
        var drawing = false;
        for (var i = 0; i < Chart.Categories.Count; i++)
        {
            if (series.Values[i] is not { } value)
            {
                drawing = false;
                continue;
            }

            html.Add($"{(drawing ? "L" : "M")}{X(i):0.#} {at(value):0.#}");
            drawing = true;
        }

        html.Add($"\"/>");
    }

    private static void WritePoint(HtmlText html, int series, double x, double y, string words)
    {
        switch (series % 3)
        {
            case 0:
                html.Add(
                    $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\" class=\"plus-fill-{series}\"><title>{words}</title></circle>"
                );
                break;
            case 1:
                html.Add(
                    $"<rect x=\"{x - 4:0.#}\" y=\"{y - 4:0.#}\" width=\"8\" height=\"8\" class=\"plus-fill-{series}\"><title>{words}</title></rect>"
                );
                break;
            default:
                html.Add(
                    $"<path d=\"M{x:0.#} {y - 5:0.#}l5 9h-10z\" class=\"plus-fill-{series}\"><title>{words}</title></path>"
                );
                break;
        }
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>Bars from left to right, one group a category: long names have room and any number of them fits.</summary>
[HtmlTargetElement("plus-bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTag(Texts texts, PageHead head) : ChartTag(texts, head)
{
    private const int NameWidth = 200;
    private const int ValueWidth = 70;
    private const int LongestName = 30;

    private int BarHeight => Chart.Series.Count == 1 ? 18 : 12;

    private int GroupHeight => (Chart.Series.Count * (BarHeight + 1)) + 8;

    /// <inheritdoc/>
    protected override int Height => (Chart.Categories.Count * GroupHeight) + 4;

    /// <inheritdoc/>
    protected override void WriteDrawing(HtmlText html)
    {
        var scale = ChartScale.Of(Chart.Series.SelectMany(s => s.Values));
        double At(decimal value) => NameWidth + (scale.At(value) * (Width - NameWidth - ValueWidth));
        var zero = At(0);
        for (var i = 0; i < Chart.Categories.Count; i++)
        {
            var top = (i * GroupHeight) + 4;
            var middle = top + ((GroupHeight - 8) / 2) + 4;
            html.Add(
                $"<text x=\"{NameWidth - 8}\" y=\"{middle}\" font-size=\"13\" text-anchor=\"end\">{Short(Chart.Categories[i])}</text>"
            );
            for (var s = 0; s < Chart.Series.Count; s++)
            {
                var series = Chart.Series[s];
                var y = top + (s * (BarHeight + 1));
                if (series.Values[i] is not { } value)
                {
                    continue;
                }

                var end = At(value);
                var left = Math.Min(zero, end);
                var size = Math.Max(1, Math.Abs(end - zero));
                html.Add(
                    $"<rect x=\"{left:0.#}\" y=\"{y}\" width=\"{size:0.#}\" height=\"{BarHeight}\" class=\"plus-fill-{s}\">"
                );
                html.Add($"<title>{Point(i, series)}</title></rect>");
                html.Add(
                    $"<text x=\"{Math.Max(zero, end) + 5:0.#}\" y=\"{y + BarHeight - 3}\" font-size=\"12\">{Words(value)}</text>"
                );
            }
        }

        html.Add($"<line x1=\"{zero:0.#}\" x2=\"{zero:0.#}\" y1=\"0\" y2=\"{Height}\" class=\"plus-chart__axis\"/>");
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}

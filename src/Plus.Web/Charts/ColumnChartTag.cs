using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>Columns, grouped by category: for a few categories with short names, such as months or years.</summary>
[HtmlTargetElement("plus-column-chart", TagStructure = TagStructure.WithoutEndTag)]
public class ColumnChartTag(Texts texts, PageHead head) : ChartTag(texts, head)
{
    /// <summary>Where the values begin.</summary>
    protected const int Left = 64;

    /// <summary>Where the values end above.</summary>
    protected const int Top = 12;

    /// <summary>Where the names of the categories begin.</summary>
    protected const int Bottom = 260;

    /// <inheritdoc/>
    protected override int Height => 290;

    /// <summary>Room of one category.</summary>
    protected double Step => (Width - Left - 10.0) / Math.Max(1, Chart.Categories.Count);

    /// <inheritdoc/>
    protected override void WriteDrawing(HtmlText html)
    {
        var scale = ChartScale.Of(Chart.Series.SelectMany(s => s.Values));
        WriteAxes(html, scale);
        WriteValues(html, value => Bottom - (scale.At(value) * (Bottom - Top)));
    }

    /// <summary>Writes the values; <paramref name="at"/> gives the height of one.</summary>
    protected virtual void WriteValues(HtmlText html, Func<decimal, double> at)
    {
        var room = Math.Min(Step * 0.8, 60 * Chart.Series.Count);
        var wide = room / Chart.Series.Count;
        var zero = at(0);
        for (var s = 0; s < Chart.Series.Count; s++)
        {
            for (var i = 0; i < Chart.Categories.Count; i++)
            {
                if (Chart.Series[s].Values[i] is not { } value)
                {
                    continue;
                }

                var x = Left + (Step * i) + ((Step - room) / 2) + (s * wide);
                var y = Math.Min(zero, at(value));
                html.Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(1, wide - 1):0.#}\"");
                html.Add($" height=\"{Math.Max(1, Math.Abs(at(value) - zero)):0.#}\" class=\"plus-fill-{s}\">");
                html.Add($"<title>{Point(i, Chart.Series[s])}</title></rect>");
            }
        }
    }

    private void WriteAxes(HtmlText html, ChartScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Bottom - (scale.At(tick) * (Bottom - Top));
            var style = tick == 0 ? "plus-chart__axis" : "plus-chart__grid";
            html.Add($"<line x1=\"{Left}\" x2=\"{Width - 10}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" class=\"{style}\"/>");
            html.Add(
                $"<text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" font-size=\"12\" text-anchor=\"end\" class=\"plus-chart__muted\">{Words(tick)}</text>"
            );
        }

        // Names that would run into one another are left out; the table has them all.
        var longest = Chart.Categories.Max(c => c.Length) * 7.0;
        var every = Math.Max(1, (int)Math.Ceiling((longest + 6) / Step));
        for (var i = 0; i < Chart.Categories.Count; i += every)
        {
            var x = Left + (Step * (i + 0.5));
            html.Add(
                $"<text x=\"{x:0.#}\" y=\"{Bottom + 20}\" font-size=\"12\" text-anchor=\"middle\">{Chart.Categories[i]}</text>"
            );
        }
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Charts;

/// <summary>
/// Hours or a term so far: <c>&lt;plus-meter label="..." done="5310" whole="7800" format="hm" /&gt;</c>. The numbers stand
/// in words above the bar; what is over the whole is shown as over.
/// </summary>
[HtmlTargetElement("plus-meter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterTag(Texts texts) : TagHelper
{
    /// <summary>What is measured.</summary>
    [HtmlAttributeName("label")]
    public string Label { get; set; } = "";

    /// <summary>So far.</summary>
    [HtmlAttributeName("done")]
    public long Done { get; set; }

    /// <summary>In all.</summary>
    [HtmlAttributeName("whole")]
    public long Whole { get; set; }

    /// <summary><c>hm</c> for minutes; else plain numbers.</summary>
    [HtmlAttributeName("format")]
    public string? Format { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var percent = Whole <= 0 ? 0 : Done * 100 / Whole;
        var html = new HtmlText();
        html.Add($"<div class=\"plus-meter-line\"><p class=\"govuk-body\"><strong>{Label}</strong> ");
        html.Add(
            $"{texts["web.chart.of", ("done", texts.Write(Done, Format)), ("whole", texts.Write(Whole, Format)), ("percent", percent)]}</p>"
        );
        html.Add(
            $"<svg class=\"plus-meter plus-meter--wide\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        );
        html.Add($"<rect width=\"100\" height=\"6\" class=\"plus-meter__track\"/>");
        html.Add(
            $"<rect width=\"{Math.Clamp(percent, 0, 100)}\" height=\"6\" class=\"plus-meter__done\"/></svg></div>"
        );
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

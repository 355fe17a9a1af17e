using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>A state in a word: <c>&lt;plus-tag text="@T[...]" tone="green" /&gt;</c>; <c>plus-badge</c> is its outlined form.</summary>
[HtmlTargetElement("plus-tag", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("plus-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TagTag : TagHelper
{
    /// <summary>The word.</summary>
    [HtmlAttributeName("text")]
    public string Text { get; set; } = "";

    /// <summary>grey, green, teal, blue, purple, magenta, red, orange, yellow; badges: red, green, blue, purple, grey.</summary>
    [HtmlAttributeName("tone")]
    public string Tone { get; set; } = "grey";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var block = context.TagName == "plus-badge" ? "moj-badge" : "govuk-tag";
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlText().Add($"<strong class=\"{block} {block}--{Tone}\">{Text}</strong>"));
    }
}

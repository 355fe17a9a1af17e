using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A button, or a link that looks like one when it has an <c>href</c>.</summary>
[HtmlTargetElement("plus-button", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ButtonTag(Texts texts) : TagHelper
{
    /// <summary>Text key of its words.</summary>
    [HtmlAttributeName("key")]
    public string? Key { get; set; }

    /// <summary>Its words, instead of <c>key</c>.</summary>
    [HtmlAttributeName("text")]
    public string? Text { get; set; }

    /// <summary>secondary, warning (cannot be undone) or text (looks like a link).</summary>
    [HtmlAttributeName("kind")]
    public string? Kind { get; set; }

    /// <summary>Where it leads; without it the button sends its form.</summary>
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    /// <summary>Name sent with the form.</summary>
    [HtmlAttributeName("name")]
    public string? Name { get; set; }

    /// <summary>Value sent with the form.</summary>
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    /// <summary>Another address for the form.</summary>
    [HtmlAttributeName("formaction")]
    public string? FormAction { get; set; }

    /// <summary>Further words for screen readers, when several buttons say the same.</summary>
    [HtmlAttributeName("about")]
    public string? About { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var words = Text ?? texts[Key ?? ""];
        var style = Kind switch
        {
            null => "govuk-button",
            "text" => "plus-button-text",
            _ => $"govuk-button govuk-button--{Kind}",
        };
        var html = new HtmlText();
        if (Href is null)
        {
            html.Add($"<button type=\"submit\" class=\"{style}\"{new Attr("name", Name)}{new Attr("value", Value)}");
            html.Add($"{new Attr("formaction", FormAction)}>{words}");
        }
        else
        {
            html.Add($"<a href=\"{Href}\" class=\"{style}\" draggable=\"false\">{words}");
        }

        html.AddIf(About is not null, $"<span class=\"govuk-visually-hidden\"> {About}</span>");
        html.AddIf(Href is null, $"</button>");
        html.AddIf(Href is not null, $"</a>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

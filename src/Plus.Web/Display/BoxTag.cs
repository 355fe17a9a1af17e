using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>
/// Content set apart: <c>plus-inset</c> (worth noting), <c>plus-warning</c> (what follows from an act),
/// <c>plus-ticket</c> (one thing of several, with a coloured edge), <c>plus-details</c> (opened when wanted).
/// </summary>
[HtmlTargetElement("plus-inset")]
[HtmlTargetElement("plus-warning")]
[HtmlTargetElement("plus-ticket")]
[HtmlTargetElement("plus-details")]
public sealed class BoxTag(Texts texts) : TagHelper
{
    /// <summary>Edge of a ticket: grey, blue, red, yellow, green, purple, orange.</summary>
    [HtmlAttributeName("tone")]
    public string Tone { get; set; } = "grey";

    /// <summary>What the details are called.</summary>
    [HtmlAttributeName("summary")]
    public string Summary { get; set; } = "";

    /// <summary>Details that are open from the start.</summary>
    [HtmlAttributeName("open")]
    public bool Open { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var html = new HtmlText();
        switch (context.TagName)
        {
            case "plus-inset":
                html.Add($"<div class=\"govuk-inset-text\">{inside}</div>");
                break;
            case "plus-warning":
                html.Add(
                    $"<div class=\"govuk-warning-text\"><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>"
                );
                html.Add(
                    $"<div class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">{texts["web.banner.warning"]}: </span>{inside}</div></div>"
                );
                break;
            case "plus-ticket":
                html.Add(
                    $"<div class=\"moj-ticket-panel\"><div class=\"moj-ticket-panel__content moj-ticket-panel__content--{Tone}\">{inside}</div></div>"
                );
                break;
            default:
                html.Add(
                    $"<details class=\"govuk-details\"{Attr.Flag("open", Open)}><summary class=\"govuk-details__summary\">"
                );
                html.Add($"<span class=\"govuk-details__summary-text\">{Summary}</span></summary>");
                html.Add($"<div class=\"govuk-details__text\">{inside}</div></details>");
                break;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

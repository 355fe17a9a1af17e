using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Journeys;

/// <summary>Says that an unfinished entry was put back, with a button that discards it. The layout writes it.</summary>
[HtmlTargetElement("plus-draft-notice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DraftNoticeTag(Texts texts, CurrentDraft current, IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (current.Key is not { } key || current.RestoredFrom is not { } kept)
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var html = new HtmlText();
        html.Add($"<div class=\"plus-draft\" role=\"status\"><p>{texts["web.draft.restored", ("time", kept)]}</p>");
        html.Add($"<form method=\"post\" action=\"{DraftEndpoints.Href(key)}/discard\">");
        html.Add($"<input type=\"hidden\" name=\"back\" value=\"{request.Path.Value}{request.QueryString.Value}\">");
        html.Add($"{antiforgery.GetHtml(ViewContext.HttpContext)}");
        html.Add(
            $"<button type=\"submit\" class=\"plus-button-text\">{texts["web.draft.discard"]}</button></form></div>"
        );
        output.Content.SetHtmlContent(html);
    }
}

using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Lists;

/// <summary>A filter that is set, in words, and the list without it.</summary>
public sealed record FilterChip(string Text, string WithoutHref);

/// <summary>
/// The filters of a list around their controls. Lists with typed filters post to the page's handler <c>filter</c>,
/// which redirects to <see cref="ListQuery.Send"/>; others send codes by GET.
/// </summary>
[HtmlTargetElement("plus-filter")]
public sealed class FilterTag(Texts texts, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) : TagHelper
{
    /// <summary>How the list was asked for.</summary>
    [HtmlAttributeName("query")]
    public ListQuery Query { get; set; } = null!;

    /// <summary>What is set.</summary>
    [HtmlAttributeName("chips")]
    public IEnumerable<FilterChip> Chips { get; set; } = [];

    /// <summary>Open from the start.</summary>
    [HtmlAttributeName("open")]
    public bool Open { get; set; }

    /// <summary>The page.</summary>
    [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext]
    [HtmlAttributeNotBound]
    public Microsoft.AspNetCore.Mvc.Rendering.ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var posts = Query.Rules.Typed.Count > 0;
        var html = new HtmlText();
        html.Add(
            $"<details class=\"plus-filter\"{Attr.Flag("open", Open)}><summary>{texts["web.list.filter"]}</summary>"
        );
        html.Add($"<form class=\"plus-filter__body\" method=\"{(posts ? "post" : "get")}\"");
        html.Add($" action=\"{Query.Rules.Path}{(posts ? "?handler=filter" : "")}\">");
        html.Add($"<div class=\"plus-row\">{inside}</div>");
        html.Add($"<input type=\"hidden\" name=\"sort\" value=\"{Query.Sort}\">");
        html.Add($"<input type=\"hidden\" name=\"dir\" value=\"{(Query.Falls ? "desc" : "asc")}\">");
        html.AddIf(posts, $"{antiforgery.GetHtml(ViewContext.HttpContext)}");
        html.Add($"<button type=\"submit\" class=\"govuk-button\">{texts["web.list.apply"]}</button></form></details>");
        var chips = Chips.ToList();
        if (chips.Count > 0)
        {
            html.Add($"<ul class=\"plus-filter__chosen\" aria-label=\"{texts["web.list.chosen"]}\">");
            foreach (var chip in chips)
            {
                html.Add(
                    $"<li><a href=\"{chip.WithoutHref}\"><span class=\"govuk-visually-hidden\">{texts["web.list.without"]} </span>{chip.Text}</a></li>"
                );
            }

            html.Add($"<li><a href=\"{Query.ClearHref}\">{texts["web.list.clear"]}</a></li></ul>");
        }

        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

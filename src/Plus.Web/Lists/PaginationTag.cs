using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Lists;

/// <summary>The pages of a list: the first, the last, those around the present one; nothing when there is only one.</summary>
[HtmlTargetElement("plus-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTag(Texts texts) : TagHelper
{
    /// <summary>The page shown.</summary>
    [HtmlAttributeName("page")]
    public ListPage Page { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var query = Page.Query;
        if (Page.Pages < 2)
        {
            return;
        }

        var html = new HtmlText();
        html.Add($"<nav class=\"govuk-pagination\" aria-label=\"{texts["web.list.pages"]}\">");
        html.AddIf(
            query.Page > 1,
            $"<div class=\"govuk-pagination__prev\"><a class=\"govuk-link govuk-pagination__link\" href=\"{query.PageHref(query.Page - 1)}\" rel=\"prev\">{texts["web.list.previous"]}</a></div>"
        );
        html.Add($"<ul class=\"govuk-pagination__list\">");
        var before = 0;
        foreach (var number in Shown())
        {
            html.AddIf(
                number > before + 1,
                $"<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">⋯</li>"
            );
            var current = number == query.Page;
            html.Add($"<li class=\"govuk-pagination__item{(current ? " govuk-pagination__item--current" : "")}\">");
            html.Add($"<a class=\"govuk-link govuk-pagination__link\" href=\"{query.PageHref(number)}\"");
            html.Add($" aria-label=\"{texts["web.list.page", ("page", number)]}\"");
            html.Add($"{new Attr("aria-current", current ? "page" : null)}>{number}</a></li>");
            before = number;
        }

        html.Add($"</ul>");
        html.AddIf(
            query.Page < Page.Pages,
            $"<div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" href=\"{query.PageHref(query.Page + 1)}\" rel=\"next\">{texts["web.list.next"]}</a></div>"
        );
        html.Add($"</nav>");
        output.Content.SetHtmlContent(html);
    }

    private IEnumerable<int> Shown() =>
        Enumerable
            .Range(Page.Query.Page - 1, 3)
            .Append(1)
            .Append(Page.Pages)
            .Where(n => n >= 1 && n <= Page.Pages)
            .Distinct()
            .Order();
}

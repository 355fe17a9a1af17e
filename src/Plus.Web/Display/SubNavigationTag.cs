using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>Draws <c>Head.SubLinks</c>.</summary>
[HtmlTargetElement("plus-sub-navigation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SubNavigationTag(Texts texts, PageHead head) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var label = head.SubLinksLabel ?? texts["web.layout.subNavigation"];
        var html = new HtmlText();
        html.Add($"<nav class=\"moj-sub-navigation\" aria-label=\"{label}\"><ul class=\"moj-sub-navigation__list\">");
        foreach (var link in head.SubLinks)
        {
            html.Add(
                $"<li class=\"moj-sub-navigation__item\"><a class=\"moj-sub-navigation__link\" href=\"{link.Href}\""
            );
            html.Add($"{new Attr("aria-current", link.Current ? "page" : null)}>{link.Text}");
            html.AddIf(link.Count is not null, $" <span class=\"plus-count\">{texts.Write(link.Count)}</span>");
            html.Add($"</a></li>");
        }

        html.Add($"</ul></nav>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Lists;

/// <summary>Above a list: which rows of how many are shown, and the whole list as CSV and XLSX.</summary>
[HtmlTargetElement("plus-list-top", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ListTopTag(Texts texts) : TagHelper
{
    /// <summary>The page shown.</summary>
    [HtmlAttributeName("page")]
    public ListPage Page { get; set; } = null!;

    /// <summary>Whether files are offered; the page then has a handler <c>export</c>.</summary>
    [HtmlAttributeName("export")]
    public bool Export { get; set; } = true;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Page.Total == 0)
        {
            return;
        }

        var shown = ("first", (object?)Page.First);
        var html = new HtmlText();
        html.Add($"<div class=\"plus-list-top\"><p>");
        html.Add($"{texts["web.list.shown", shown, ("last", Page.Last), ("total", Page.Total)]}</p>");
        html.AddIf(
            Export,
            $"<p class=\"plus-no-print\">{texts["web.list.save"]} <a href=\"{Page.Query.ExportHref("csv")}\">CSV</a> <a href=\"{Page.Query.ExportHref("xlsx")}\">XLSX</a></p>"
        );
        html.Add($"</div>");
        output.Content.SetHtmlContent(html);
    }
}

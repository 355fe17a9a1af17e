using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>How far long work has come. Without <c>Whole</c> the end is not known yet.</summary>
public sealed record WorkProgress(string Text, long Done, long? Whole, long Errors, bool Finished)
{
    /// <summary>Where the errors can be read or downloaded.</summary>
    public string? ErrorsHref { get; init; }

    /// <summary>What happens now, or how it ended, in words.</summary>
    public string? State { get; init; }
}

/// <summary>
/// Long work: percent, rows, errors. The script asks again every two seconds; without script the page loads itself
/// anew every five. When the work is finished the page is loaded once more, whole.
/// </summary>
[HtmlTargetElement("plus-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTag(Texts texts, PageHead head) : TagHelper
{
    /// <summary>How far it has come.</summary>
    [HtmlAttributeName("work")]
    public WorkProgress Work { get; set; } = null!;

    /// <summary>The address asked again: the page's own.</summary>
    [HtmlAttributeName("source")]
    public string Source { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Work.Finished)
        {
            head.Refresh = 5;
        }

        var percent = Work.Whole is > 0 ? Math.Clamp(Work.Done * 100 / Work.Whole.Value, 0, 100) : (long?)null;
        var html = new HtmlText();
        html.Add($"<div class=\"plus-progress\" id=\"plus-progress\" data-plus=\"progress\" data-source=\"{Source}\"");
        html.Add($"{new Attr("data-done", Work.Finished ? "true" : null)}>");
        html.Add($"<p class=\"govuk-body\" id=\"plus-progress-text\"><strong>{Work.Text}</strong>");
        html.AddIf(percent is not null, $" {percent ?? 0} %");
        html.Add($"</p><progress class=\"plus-progress__bar\" aria-labelledby=\"plus-progress-text\" max=\"100\"");
        html.Add(
            $"{new Attr("value", percent?.ToString(System.Globalization.CultureInfo.InvariantCulture))}></progress>"
        );
        html.Add($"<p class=\"govuk-body\" role=\"status\">{Rows()} ");
        html.AddIf(
            Work.Errors > 0 && Work.ErrorsHref is not null,
            $"<a class=\"govuk-link\" href=\"{Work.ErrorsHref}\">{texts["web.progress.errors", ("errors", Work.Errors)]}</a>"
        );
        html.AddIf(
            Work.Errors == 0 || Work.ErrorsHref is null,
            $"{texts["web.progress.errors", ("errors", Work.Errors)]}"
        );
        html.AddIf(Work.State is not null, $" {Work.State}");
        html.Add($"</p></div>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private string Rows() =>
        Work.Whole is null
            ? texts["web.progress.rows", ("done", Work.Done)]
            : texts["web.progress.rowsOf", ("done", Work.Done), ("whole", Work.Whole)];
}

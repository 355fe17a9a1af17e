using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>
/// What is wrong, in the order of the page, each line leading to its field. The layout writes it; a page never does.
/// Errors of fields that are not on the page, and those of no field, stand at the end.
/// </summary>
[HtmlTargetElement("plus-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(Texts texts, FormFields fields) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var state = ViewContext.ModelState;
        if (state.ErrorCount == 0)
        {
            return;
        }

        var html = new HtmlText();
        html.Add(
            $"<div class=\"govuk-error-summary\" data-plus=\"error-summary\" tabindex=\"-1\"><div role=\"alert\">"
        );
        html.Add($"<h2 class=\"govuk-error-summary__title\">{texts["web.control.errorSummary"]}</h2>");
        html.Add($"<div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">");
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields.All)
        {
            if (state.TryGetValue(field.Name, out var entry) && shown.Add(field.Name))
            {
                foreach (var error in entry.Errors)
                {
                    html.Add(
                        $"<li><a href=\"#{field.FocusId}\">{field.Label.TrimEnd(':', '?', '.')}: {Words(error.ErrorMessage)}</a></li>"
                    );
                }
            }
        }

        foreach (var (name, entry) in state.Where(e => !shown.Contains(e.Key) && e.Value is not null))
        {
            foreach (var error in entry!.Errors)
            {
                html.Add($"<li>{Words(error.ErrorMessage)}</li>");
            }
        }

        html.Add($"</ul></div></div></div>");
        output.Content.SetHtmlContent(html);
    }

    private string Words(string message) => texts.Resolve(message.Length == 0 ? "web.error.invalid" : message);
}

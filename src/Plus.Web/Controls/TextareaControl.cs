using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>Several lines; with <c>max</c> the script counts the characters left.</summary>
[HtmlTargetElement("plus-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaControl(Texts texts, FormFields fields) : FormControl(texts, fields)
{
    /// <summary>Lines shown.</summary>
    [HtmlAttributeName("rows")]
    public int Rows { get; set; } = 5;

    /// <summary>Longest text; longer is not cut off but refused by the server, so that nothing typed is lost.</summary>
    [HtmlAttributeName("max")]
    public int? Max { get; set; }

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        var count = Max is null ? null : $"{FieldId}-count";
        var described = string.Join(' ', new[] { DescribedBy, count }.Where(part => part is not null));
        html.Add($"<textarea class=\"govuk-textarea{(Errors.Count > 0 ? " govuk-textarea--error" : "")}\"");
        html.Add($" id=\"{FieldId}\" name=\"{FieldName}\" rows=\"{Rows}\"");
        html.Add($"{new Attr("autocomplete", Autocomplete)}{Attr.Flag("readonly", ReadOnly)}");
        html.Add($"{new Attr("aria-describedby", described.Length > 0 ? described : null)}");
        html.Add($"{new Attr("aria-invalid", Errors.Count > 0 ? "true" : null)}");
        html.Add($"{new Attr("data-max", Max?.ToString(CultureInfo.InvariantCulture))}>");
        // A browser drops the first line break after the tag.
        html.Add($"\n{Shown()}</textarea>");
        html.AddIf(
            Max is not null,
            $"<p id=\"{count}\" class=\"govuk-hint govuk-character-count__message\">{T["web.control.atMost", ("max", Max)]}</p>"
        );
    }
}

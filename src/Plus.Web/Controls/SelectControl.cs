using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>One of many, chosen from a list.</summary>
[HtmlTargetElement("plus-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectControl(Texts texts, FormFields fields) : ChoiceControl(texts, fields)
{
    /// <summary>Words of an empty first option; none when left out.</summary>
    [HtmlAttributeName("empty")]
    public string? EmptyText { get; set; }

    /// <inheritdoc/>
    protected override bool IsGroup => false;

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        var chosen = Chosen();
        html.Add($"<select class=\"govuk-select{(Errors.Count > 0 ? " govuk-select--error" : "")}\" id=\"{FieldId}\"");
        html.Add(
            $" name=\"{FieldName}\"{new Attr("autocomplete", Autocomplete)}{new Attr("aria-describedby", DescribedBy)}"
        );
        html.Add($"{new Attr("aria-invalid", Errors.Count > 0 ? "true" : null)}{Attr.Flag("disabled", ReadOnly)}>");
        html.AddIf(EmptyText is not null, $"<option value=\"\">{EmptyText}</option>");
        foreach (var item in Items)
        {
            html.Add($"<option value=\"{item.Value}\"{Attr.Flag("selected", chosen.Contains(item.Value))}");
            html.Add($"{Attr.Flag("disabled", item.Disabled)}>{item.Text}</option>");
        }

        html.Add($"</select>");
    }
}

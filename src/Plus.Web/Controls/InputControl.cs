using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A one-line field: <c>&lt;plus-input for="Input.Name" key="..." /&gt;</c>.</summary>
[HtmlTargetElement("plus-input", TagStructure = TagStructure.WithoutEndTag)]
public class InputControl(Texts texts, FormFields fields) : FormControl(texts, fields)
{
    /// <summary>text, tel, email, password, search or number (written as text: spinners change values by accident).</summary>
    [HtmlAttributeName("type")]
    public string Type { get; set; } = "text";

    /// <summary>Characters the field is wide for: 2, 3, 4, 5, 10, 20, 30.</summary>
    [HtmlAttributeName("width")]
    public int? Width { get; set; }

    /// <summary>Shown before the field.</summary>
    [HtmlAttributeName("prefix")]
    public string? Prefix { get; set; }

    /// <summary>Shown after the field, as a unit.</summary>
    [HtmlAttributeName("suffix")]
    public string? Suffix { get; set; }

    /// <summary>Longest value the browser takes.</summary>
    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    /// <summary>Takes the focus when the page opens; one per page at most.</summary>
    [HtmlAttributeName("autofocus")]
    public bool AutoFocus { get; set; }

    /// <summary>The keyboard of a phone.</summary>
    protected virtual string? InputMode => Type == "number" ? "decimal" : null;

    /// <summary>Further classes of the field.</summary>
    protected virtual string? Classes => null;

    /// <summary>Whether the browser may check the spelling.</summary>
    protected virtual string? SpellCheck => null;

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        var wrapped = Prefix is not null || Suffix is not null;
        html.AddIf(wrapped, $"<div class=\"govuk-input__wrapper\">");
        html.AddIf(Prefix is not null, $"<div class=\"govuk-input__prefix\" aria-hidden=\"true\">{Prefix}</div>");
        WriteInput(html, output);
        html.AddIf(Suffix is not null, $"<div class=\"govuk-input__suffix\" aria-hidden=\"true\">{Suffix}</div>");
        html.AddIf(wrapped, $"</div>");
    }

    /// <summary>Writes the input element alone.</summary>
    protected void WriteInput(HtmlText html, TagHelperOutput output)
    {
        var type = Type == "number" ? "text" : Type;
        html.Add($"<input class=\"govuk-input");
        html.AddIf(Width is not null, $" govuk-input--width-{Width ?? 0}");
        html.AddIf(Classes is not null, $" {Classes}");
        html.AddIf(Errors.Count > 0, $" govuk-input--error");
        html.Add($"\" id=\"{FieldId}\" name=\"{FieldName}\" type=\"{type}\"");
        html.AddIf(type != "password", $" value=\"{Shown()}\"");
        html.Add($"{new Attr("autocomplete", Autocomplete)}{new Attr("inputmode", InputMode)}");
        html.Add($"{new Attr("spellcheck", SpellCheck)}{new Attr("aria-describedby", DescribedBy)}");
        html.Add($"{new Attr("maxlength", MaxLength?.ToString(T.Language.Culture))}");
        html.Add($"{new Attr("aria-invalid", Errors.Count > 0 ? "true" : null)}");
        html.Add($"{Attr.Flag("readonly", ReadOnly)}{Attr.Flag("autofocus", AutoFocus)}");
        foreach (var data in output.Attributes.Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal)))
        {
            html.Add($"{new Attr(data.Name, data.Value.ToString())}");
        }

        html.Add($">");
    }
}

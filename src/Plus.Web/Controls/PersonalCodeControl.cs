using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A Latvian personal code.</summary>
[HtmlTargetElement("plus-personal-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonalCodeControl : InputControl
{
    /// <summary>Wide enough for eleven digits and the dash.</summary>
    public PersonalCodeControl(Texts texts, FormFields fields)
        : base(texts, fields)
    {
        Width = 10;
        MaxLength = 20;
    }

    /// <inheritdoc/>
    protected override string? InputMode => "numeric";

    /// <inheritdoc/>
    protected override string? SpellCheck => "false";

    /// <inheritdoc/>
    protected override string? Classes => "plus-code";

    /// <inheritdoc/>
    protected override string? DefaultHint => T["web.control.personalCodeHint"];
}

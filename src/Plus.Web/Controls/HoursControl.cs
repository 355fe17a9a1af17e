using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>Whole minutes typed as hours (1:30, 1,5, 90 min); bind with <c>[Hours]</c>.</summary>
[HtmlTargetElement("plus-hours", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HoursControl : InputControl
{
    /// <summary>A narrow field with the unit behind it.</summary>
    public HoursControl(Texts texts, FormFields fields)
        : base(texts, fields)
    {
        Width = 5;
        Suffix = texts["web.control.hoursUnit"];
    }

    /// <inheritdoc/>
    protected override string? ValueFormat => "hm";

    /// <inheritdoc/>
    protected override string? DefaultHint => T["web.control.hoursHint"];
}

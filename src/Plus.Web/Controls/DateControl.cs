using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A date in one field, typed forgivingly; the script adds a calendar to choose from.</summary>
[HtmlTargetElement("plus-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateControl : InputControl
{
    /// <summary>Wide enough for 17.04.2026.</summary>
    public DateControl(Texts texts, FormFields fields)
        : base(texts, fields)
    {
        Width = 10;
    }

    /// <summary>Earliest day the calendar offers; the server judges all the same.</summary>
    [HtmlAttributeName("min")]
    public DateOnly? Min { get; set; }

    /// <summary>Latest day the calendar offers.</summary>
    [HtmlAttributeName("max")]
    public DateOnly? Max { get; set; }

    /// <inheritdoc/>
    protected override string? DefaultHint => T["web.control.dateHint"];

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        html.Add($"<div class=\"plus-date\" data-plus=\"date\"");
        html.Add($"{new Attr("data-min", Iso(Min))}{new Attr("data-max", Iso(Max))}>");
        WriteInput(html, output);
        html.Add($"</div>");
    }

    private static string? Iso(DateOnly? date) =>
        date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

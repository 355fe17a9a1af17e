using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>One of several, all seen.</summary>
[HtmlTargetElement("plus-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosControl(Texts texts, FormFields fields) : ChoiceControl(texts, fields)
{
    /// <summary>On one line, for two or three short options.</summary>
    [HtmlAttributeName("inline")]
    public bool Inline { get; set; }

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output) =>
        WriteOptions(
            html,
            "govuk-radios",
            "radio",
            Inline ? " govuk-radios--small govuk-radios--inline" : " govuk-radios--small"
        );
}

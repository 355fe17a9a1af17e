using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>Any of several; binds to a collection of codes.</summary>
[HtmlTargetElement("plus-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesControl(Texts texts, FormFields fields) : ChoiceControl(texts, fields)
{
    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output) =>
        WriteOptions(html, "govuk-checkboxes", "checkbox", " govuk-checkboxes--small");
}

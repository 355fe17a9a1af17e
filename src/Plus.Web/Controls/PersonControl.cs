using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>
/// A person (client, colleague, partner): a plain field without script; with it, choices as one types, asked for by POST
/// from <c>source</c>, which answers <c>[{ "value", "text", "note" }]</c>. What is chosen goes in the hidden
/// <c>value-for</c>.
/// </summary>
[HtmlTargetElement("plus-person", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonControl(Texts texts, FormFields fields) : InputControl(texts, fields)
{
    /// <summary>The endpoint asked with the form field <c>q</c>.</summary>
    [HtmlAttributeName("source")]
    public string Source { get; set; } = "";

    /// <summary>Name of the hidden field that takes the chosen id.</summary>
    [HtmlAttributeName("value-name")]
    public string ValueName { get; set; } = "";

    /// <summary>The id already chosen.</summary>
    [HtmlAttributeName("chosen")]
    public string? ChosenValue { get; set; }

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        html.Add($"<div class=\"plus-person\" data-plus=\"person\" data-source=\"{Source}\">");
        WriteInput(html, output);
        if (ValueName.Length > 0)
        {
            var posted = ViewContext.ModelState[ValueName]?.AttemptedValue;
            html.Add($"<input type=\"hidden\" name=\"{ValueName}\" value=\"{posted ?? ChosenValue}\">");
        }

        html.Add($"</div>");
    }
}

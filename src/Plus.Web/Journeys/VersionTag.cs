using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Journeys;

/// <summary>
/// The record's version, in every form that changes a record: <c>&lt;plus-version value="@Model.Version" /&gt;</c>, sent as
/// <c>Version</c>. A form that came back, or a draft put back, keeps the version it was typed against - else a change
/// made since would be overwritten unseen; only after a conflict was shown does it carry the new one.
/// </summary>
[HtmlTargetElement("plus-version", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VersionTag(PageHead head) : TagHelper
{
    /// <summary>The version as read for this page.</summary>
    [HtmlAttributeName("value")]
    public object? Value { get; set; }

    /// <summary>Name sent.</summary>
    [HtmlAttributeName("name")]
    public string Name { get; set; } = "Version";

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown =
            head.Conflict?.Version
            ?? ViewContext.ModelState[Name]?.AttemptedValue
            ?? Convert.ToString(Value, System.Globalization.CultureInfo.InvariantCulture);
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlText().Add($"<input type=\"hidden\" name=\"{Name}\" value=\"{shown}\">"));
    }
}

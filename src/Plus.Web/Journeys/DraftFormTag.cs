using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plus.Web.Journeys;

/// <summary><c>&lt;form method="post" plus-draft&gt;</c>: the script keeps what is typed under the page's draft.</summary>
[HtmlTargetElement("form", Attributes = "plus-draft")]
public sealed class DraftFormTag(CurrentDraft current) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("plus-draft");
        if (current.Key is { } key)
        {
            output.Attributes.SetAttribute("data-plus", "draft");
            output.Attributes.SetAttribute("data-draft", DraftEndpoints.Href(key));
        }
    }
}

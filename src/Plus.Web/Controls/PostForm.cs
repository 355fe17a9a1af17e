using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Plus.Web.Controls;

/// <summary>
/// Every form that posts carries the token against forgery, also one with an address of its own, which the framework
/// leaves without.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostForm(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>After the framework's own.</summary>
    public override int Order => 1000;

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var action = output.Attributes["action"]?.Value?.ToString();
        var elsewhere = action?.Contains("://", StringComparison.Ordinal) == true;
        if (!elsewhere && output.PostContent.IsEmptyOrWhiteSpace)
        {
            output.PostContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
        }
    }
}

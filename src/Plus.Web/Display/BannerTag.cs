using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>A notification banner: <c>&lt;plus-banner kind="success" text="@T[...]" /&gt;</c>, or with content inside.</summary>
[HtmlTargetElement("plus-banner")]
public sealed class BannerTag(Texts texts) : TagHelper
{
    /// <summary>success, notice or warning.</summary>
    [HtmlAttributeName("kind")]
    public string Kind { get; set; } = "notice";

    /// <summary>The message, when there is no content.</summary>
    [HtmlAttributeName("text")]
    public string? Text { get; set; }

    /// <summary>The script moves the focus to it: for the outcome of what was just sent.</summary>
    [HtmlAttributeName("focus")]
    public bool Focus { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var style = Kind switch
        {
            "success" => " govuk-notification-banner--success",
            "warning" => " plus-banner--warning",
            _ => "",
        };
        var html = new HtmlText();
        html.Add($"<div class=\"govuk-notification-banner{style}\" role=\"{(Kind == "notice" ? "status" : "alert")}\"");
        html.AddIf(Focus, $" data-plus=\"focus\" tabindex=\"-1\"");
        html.Add($"><div class=\"govuk-notification-banner__header\"><p class=\"govuk-notification-banner__title\">");
        html.Add($"{texts[$"web.banner.{(Kind is "success" or "warning" ? Kind : "notice")}"]}</p></div>");
        html.Add($"<div class=\"govuk-notification-banner__content\">");
        html.AddIf(Text is not null, $"<p class=\"govuk-notification-banner__heading\">{Text}</p>");
        html.Add($"{inside}</div></div>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

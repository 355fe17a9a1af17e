using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>A thing to do: its words, where it is done, its state; <c>Hint</c> may explain the due date.</summary>
public sealed record TaskLine(string Text, string? Href, string Status)
{
    /// <summary>Why and by when, in words.</summary>
    public string? Hint { get; init; }

    /// <summary>Colour of the state; null writes it plainly (done).</summary>
    public string? Tone { get; init; }
}

/// <summary>Things to do with their state: <c>&lt;plus-task-list lines="..." /&gt;</c>.</summary>
[HtmlTargetElement("plus-task-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskListTag : TagHelper
{
    /// <summary>The things.</summary>
    [HtmlAttributeName("lines")]
    public IEnumerable<TaskLine> Lines { get; set; } = [];

    /// <summary>Start of the ids of this list, when a page has several.</summary>
    [HtmlAttributeName("id")]
    public string Id { get; set; } = "task";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = new HtmlText();
        html.Add($"<ul class=\"govuk-task-list\">");
        var place = 0;
        foreach (var line in Lines)
        {
            var id = $"{Id}-{++place}";
            var described = line.Hint is null ? $"{id}-status" : $"{id}-hint {id}-status";
            html.Add(
                $"<li class=\"govuk-task-list__item{(line.Href is null ? "" : " govuk-task-list__item--with-link")}\">"
            );
            html.Add($"<div class=\"govuk-task-list__name-and-hint\">");
            html.AddIf(
                line.Href is not null,
                $"<a class=\"govuk-link govuk-task-list__link\" href=\"{line.Href}\" aria-describedby=\"{described}\">{line.Text}</a>"
            );
            html.AddIf(line.Href is null, $"<div>{line.Text}</div>");
            html.AddIf(
                line.Hint is not null,
                $"<div class=\"govuk-task-list__hint\" id=\"{id}-hint\">{line.Hint}</div>"
            );
            html.Add($"</div><div class=\"govuk-task-list__status\" id=\"{id}-status\">");
            html.AddIf(line.Tone is null, $"{line.Status}");
            html.AddIf(
                line.Tone is not null,
                $"<strong class=\"govuk-tag govuk-tag--{line.Tone}\">{line.Status}</strong>"
            );
            html.Add($"</div></li>");
        }

        html.Add($"</ul>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

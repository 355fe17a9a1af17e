using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>
/// One thing that happened. <c>When</c> is a <c>DateOnly</c> or a <c>DateTimeOffset</c>. Long <c>Details</c> open in
/// place.
/// </summary>
public sealed record TimelineEntry(string Title, object When)
{
    /// <summary>Where the title leads.</summary>
    public string? Href { get; init; }

    /// <summary>Who and where.</summary>
    public string? By { get; init; }

    /// <summary>A sentence, always shown.</summary>
    public string? Text { get; init; }

    /// <summary>More, opened when wanted.</summary>
    public string? Details { get; init; }

    /// <summary>A state in a word.</summary>
    public string? Tag { get; init; }

    /// <summary>Colour of the state.</summary>
    public string Tone { get; init; } = "grey";
}

/// <summary>What happened, in the given order; <c>search</c> is marked wherever it stands.</summary>
[HtmlTargetElement("plus-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTag(Texts texts) : TagHelper
{
    /// <summary>The entries.</summary>
    [HtmlAttributeName("entries")]
    public IEnumerable<TimelineEntry> Entries { get; set; } = [];

    /// <summary>Words to mark.</summary>
    [HtmlAttributeName("search")]
    public string? Search { get; set; }

    /// <summary>Level of the titles' headings.</summary>
    [HtmlAttributeName("heading")]
    public int Heading { get; set; } = 2;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var entries = Entries.ToList();
        var html = new HtmlText();
        if (entries.Count == 0)
        {
            html.Add($"<p class=\"plus-empty\">{texts["web.list.empty"]}</p>");
            output.Content.SetHtmlContent(html);
            return;
        }

        html.Add($"<div class=\"moj-timeline\">");
        foreach (var entry in entries)
        {
            WriteEntry(html, entry);
        }

        html.Add($"</div>");
        output.Content.SetHtmlContent(html);
    }

    private void WriteEntry(HtmlText html, TimelineEntry entry)
    {
        var title = Highlight.Mark(entry.Title, Search);
        html.Add($"<div class=\"moj-timeline__item\"><div class=\"moj-timeline__header\">");
        html.Add($"<h{Heading} class=\"moj-timeline__title\">");
        html.AddIf(entry.Href is null, $"{title}");
        html.AddIf(entry.Href is not null, $"<a class=\"govuk-link\" href=\"{entry.Href}\">{title}</a>");
        html.Add($"</h{Heading}>");
        html.AddIf(entry.By is not null, $" <p class=\"moj-timeline__byline\">{entry.By}</p>");
        html.AddIf(entry.Tag is not null, $" <strong class=\"govuk-tag govuk-tag--{entry.Tone}\">{entry.Tag}</strong>");
        html.Add(
            $"</div><p class=\"moj-timeline__date\"><time datetime=\"{Machine(entry.When)}\">{texts.Write(entry.When)}</time></p>"
        );
        html.AddIf(
            entry.Text is not null,
            $"<div class=\"moj-timeline__description\">{Highlight.Mark(entry.Text ?? "", Search)}</div>"
        );
        html.AddIf(
            entry.Details is not null,
            $"<details class=\"govuk-details\"{Attr.Flag("open", Highlight.Contains(entry.Details, Search))}><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">{texts["web.timeline.more"]}<span class=\"govuk-visually-hidden\">: {entry.Title}</span></span></summary><div class=\"govuk-details__text moj-timeline__description\">{Highlight.Mark(entry.Details ?? "", Search)}</div></details>"
        );
        html.Add($"</div>");
    }

    private static string Machine(object when) =>
        when switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString(
                "yyyy-MM-ddTHH:mm:sszzz",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => throw new ArgumentException("A timeline needs a day or a moment.", nameof(when)),
        };
}

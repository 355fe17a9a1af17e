using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>
/// A line of a summary: what, its value (written as the language writes it; null is shown as a dash), where it is
/// changed, and where it comes from (register, ruling and date).
/// </summary>
public sealed record SummaryLine(string Text, object? Value)
{
    /// <summary>How the value is written.</summary>
    public string? Format { get; init; }

    /// <summary>Where the value is changed.</summary>
    public string? ChangeHref { get; init; }

    /// <summary>Source and date of the value, in words.</summary>
    public string? Source { get; init; }

    /// <summary>Where the value leads.</summary>
    public string? Href { get; init; }
}

/// <summary>Facts of a record, or the answers of a journey to be checked: <c>&lt;plus-summary lines="..." /&gt;</c>.</summary>
[HtmlTargetElement("plus-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SummaryTag(Texts texts) : TagHelper
{
    /// <summary>The lines.</summary>
    [HtmlAttributeName("lines")]
    public IEnumerable<SummaryLine> Lines { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = Lines.ToList();
        var changeable = lines.Any(l => l.ChangeHref is not null);
        var html = new HtmlText();
        html.Add($"<dl class=\"govuk-summary-list\">");
        foreach (var line in lines)
        {
            var noActions = changeable && line.ChangeHref is null;
            html.Add(
                $"<div class=\"govuk-summary-list__row{(noActions ? " govuk-summary-list__row--no-actions" : "")}\">"
            );
            html.Add($"<dt class=\"govuk-summary-list__key\">{line.Text}</dt><dd class=\"govuk-summary-list__value\">");
            WriteValue(html, line);
            html.AddIf(line.Source is not null, $"<div class=\"govuk-hint\">{line.Source}</div>");
            html.Add($"</dd>");
            html.AddIf(
                line.ChangeHref is not null,
                $"<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"{line.ChangeHref}\">{texts["web.summary.change"]}<span class=\"govuk-visually-hidden\"> {line.Text}</span></a></dd>"
            );
            html.Add($"</div>");
        }

        html.Add($"</dl>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private void WriteValue(HtmlText html, SummaryLine line)
    {
        html.AddIf(line.Href is not null, $"<a class=\"govuk-link\" href=\"{line.Href}\">");
        switch (line.Value)
        {
            case null or "":
                html.Add($"–");
                break;
            case IHtmlContent markup:
                html.Add($"{markup}");
                break;
            case bool yes:
                html.Add($"{texts[yes ? "web.list.yes" : "web.list.no"]}");
                break;
            default:
                html.Add($"{texts.Write(line.Value, line.Format)}");
                break;
        }

        html.AddIf(line.Href is not null, $"</a>");
    }
}

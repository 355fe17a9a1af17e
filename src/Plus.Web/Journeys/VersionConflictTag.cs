using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Journeys;

/// <summary>Shows theirs and yours, field by field. The layout writes it when <c>Head.Conflict</c> is set.</summary>
[HtmlTargetElement("plus-version-conflict", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VersionConflictTag(Texts texts, FormFields controls) : TagHelper
{
    /// <summary>What to show.</summary>
    [HtmlAttributeName("conflict")]
    public VersionConflict Conflict { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = new HtmlText();
        html.Add(
            $"<section class=\"plus-conflict\" aria-labelledby=\"conflict-title\" data-plus=\"focus\" tabindex=\"-1\">"
        );
        html.Add($"<h2 class=\"govuk-heading-m\" id=\"conflict-title\">{texts["web.conflict.title"]}</h2>");
        html.Add($"<p class=\"govuk-body\">{Who()} {texts["web.conflict.explain"]}</p>");
        html.AddIf(
            Conflict.Done is not null,
            $"<p class=\"govuk-body\">{texts["web.conflict.done", ("done", Conflict.Done)]}</p>"
        );
        var fields = Conflict.FromControls ? Differing() : Conflict.Fields;
        if (fields.Count > 0)
        {
            WriteTable(html, fields);
        }

        html.Add($"</section>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private List<FieldConflict> Differing() =>
        [
            .. controls
                .All.Select(field => (Field: field, Values: field.Values()))
                .Where(f => f.Values.Model.Sent != f.Values.Typed.Sent)
                .Select(f => new FieldConflict(
                    f.Field.Label,
                    f.Values.Model.Words,
                    f.Values.Typed.Words,
                    f.Field.FocusId,
                    f.Values.Model.Sent
                )),
        ];

    private void WriteTable(HtmlText html, IReadOnlyList<FieldConflict> fields)
    {
        html.Add(
            $"<div class=\"plus-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{texts["web.conflict.fields"]}\"><table class=\"govuk-table\"><thead><tr>"
        );
        foreach (var heading in (string[])["field", "theirs", "yours"])
        {
            html.Add($"<th scope=\"col\" class=\"govuk-table__header\">{texts["web.conflict." + heading]}</th>");
        }

        html.Add($"</tr></thead><tbody>");
        foreach (var field in fields)
        {
            WriteField(html, field);
        }

        html.Add($"</tbody></table></div>");
    }

    private string Who() =>
        Conflict is { ChangedBy: { } who, ChangedAt: { } when }
            ? texts["web.conflict.who", ("who", who), ("when", when)]
            : texts["web.conflict.someone"];

    private void WriteField(HtmlText html, FieldConflict field)
    {
        var differs = field.Theirs != field.Yours;
        html.Add($"<tr{new Attr("class", differs ? "plus-conflict__differs" : null)}>");
        html.Add($"<th scope=\"row\" class=\"govuk-table__header\">{field.Label}</th>");
        html.Add($"<td class=\"govuk-table__cell\">{field.Theirs ?? "–"}");
        html.AddIf(
            differs && field.FieldId is not null,
            $" <button type=\"button\" class=\"plus-button-text\" hidden data-plus=\"take\" data-field=\"{field.FieldId}\" data-value=\"{field.TheirsTyped ?? field.Theirs}\">{texts["web.conflict.take"]}<span class=\"govuk-visually-hidden\">: {field.Label}</span></button>"
        );
        html.Add($"</td><td class=\"govuk-table__cell\">{field.Yours ?? "–"}</td></tr>");
    }
}

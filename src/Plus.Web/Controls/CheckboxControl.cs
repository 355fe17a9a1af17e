using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A single yes-or-no box bound to a <c>bool</c>; the label says what yes means.</summary>
[HtmlTargetElement("plus-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxControl(Texts texts, FormFields fields) : TagHelper
{
    /// <summary>The bound property.</summary>
    [HtmlAttributeName("for")]
    public Microsoft.AspNetCore.Mvc.ViewFeatures.ModelExpression For { get; set; } = null!;

    /// <summary>Text key of the label; its hint is the same key with <c>.hint</c>.</summary>
    [HtmlAttributeName("key")]
    public string Key { get; set; } = "";

    /// <summary>The page.</summary>
    [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var state = ViewContext.ModelState[name];
        var shown =
            state is { RawValue: not null } ? state.AttemptedValue ?? ""
            : For.Model is true ? "true"
            : "false";
        var ticked = shown.StartsWith("true", StringComparison.OrdinalIgnoreCase);
        var errors = state?.Errors.Select(e => texts.Resolve(e.ErrorMessage)).ToList() ?? [];
        var hint = texts.Maybe(Key + ".hint");
        var described = string.Join(
            ' ',
            new[] { hint is null ? null : $"{id}-hint", errors.Count > 0 ? $"{id}-error" : null }.OfType<string>()
        );
        fields.Add(new FormField(name, id, texts[Key]) { Values = () => new(Of(For.Model is true), Of(ticked)) });

        var html = new HtmlText();
        html.Add($"<div class=\"govuk-form-group{(errors.Count > 0 ? " govuk-form-group--error" : "")}\">");
        html.AddIf(
            errors.Count > 0,
            $"<p id=\"{id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">{texts["web.control.error"]}:</span> {string.Join(". ", errors)}</p>"
        );
        html.Add($"<div class=\"govuk-checkboxes govuk-checkboxes--small\"><div class=\"govuk-checkboxes__item\">");
        html.Add(
            $"<input class=\"govuk-checkboxes__input\" id=\"{id}\" name=\"{name}\" type=\"checkbox\" value=\"true\""
        );
        html.Add(
            $"{Attr.Flag("checked", ticked)}{new Attr("aria-describedby", described.Length > 0 ? described : null)}>"
        );
        html.Add($"<label class=\"govuk-label govuk-checkboxes__label\" for=\"{id}\">{texts[Key]}</label>");
        html.AddIf(hint is not null, $"<div id=\"{id}-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{hint}</div>");
        html.Add($"</div></div><input type=\"hidden\" name=\"{name}\" value=\"false\"></div>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private SentValue Of(bool yes) => new(texts[yes ? "web.list.yes" : "web.list.no"], yes ? "true" : "false");
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>
/// What every control has: a label, a hint, its errors from the model state, and the value - what was typed when the
/// form came back, else the model's. <c>key</c> names the label's text; <c>key + ".hint"</c> is the hint if it exists.
/// </summary>
public abstract class FormControl(Texts texts, FormFields fields) : TagHelper
{
    /// <summary>The bound property.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    /// <summary>The name sent, when there is no <c>for</c>.</summary>
    [HtmlAttributeName("name")]
    public string? Name { get; set; }

    /// <summary>The value shown, when there is no <c>for</c> (or to overrule it).</summary>
    [HtmlAttributeName("value")]
    public object? Value { get; set; }

    /// <summary>Text key of the label; its hint is the same key with <c>.hint</c>.</summary>
    [HtmlAttributeName("key")]
    public string? Key { get; set; }

    /// <summary>The label in words, instead of <c>key</c>.</summary>
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    /// <summary>The hint in words, instead of the key's.</summary>
    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    /// <summary>Size of the label: s, m, l; <c>page</c> makes it the page's heading; <c>hidden</c> for tables only.</summary>
    [HtmlAttributeName("label-size")]
    public string? LabelSize { get; set; }

    /// <summary>Adds "(nav obligāti)" to the label.</summary>
    [HtmlAttributeName("optional")]
    public bool Optional { get; set; }

    /// <summary>The element's id; made from the name when left out.</summary>
    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    /// <summary>What the browser may fill in; off unless said, for the data is someone else's.</summary>
    [HtmlAttributeName("autocomplete")]
    public string Autocomplete { get; set; } = "off";

    /// <summary>Shown but not to be changed.</summary>
    [HtmlAttributeName("readonly")]
    public bool ReadOnly { get; set; }

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The texts of the request.</summary>
    protected Texts T => texts;

    /// <summary>Full name as sent.</summary>
    protected string FieldName { get; private set; } = "";

    /// <summary>Id of the element to focus.</summary>
    protected string FieldId { get; private set; } = "";

    /// <summary>Errors in words.</summary>
    protected IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>Ids of hint and error, or null.</summary>
    protected string? DescribedBy { get; private set; }

    /// <summary>Whether the control is a group with a legend instead of one labelled element.</summary>
    protected virtual bool IsGroup => false;

    /// <summary>Format the model's value is written with.</summary>
    protected virtual string? ValueFormat => null;

    /// <summary>The hint when the author gives none.</summary>
    protected virtual string? DefaultHint => null;

    /// <inheritdoc/>
    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldName = For is null ? Name ?? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        FieldId = Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");
        var label = Label ?? (Key is null ? FieldName : T[Key]);
        var hint = Hint ?? (Key is null ? null : T.Maybe(Key + ".hint")) ?? DefaultHint;
        var state = State;
        Errors = state is { Errors.Count: > 0 } ? [.. state.Errors.Select(Words).Distinct()] : [];
        DescribedBy = Described(hint);
        fields.Add(new FormField(FieldName, FieldId, label) { Values = Values });

        var html = new HtmlText();
        html.Add($"<div class=\"govuk-form-group{(Errors.Count > 0 ? " govuk-form-group--error" : "")}\">");
        if (IsGroup)
        {
            html.Add($"<fieldset class=\"govuk-fieldset\"{new Attr("aria-describedby", DescribedBy)}>");
        }

        Heading(html, label);
        html.AddIf(hint is not null, $"<div id=\"{FieldId}-hint\" class=\"govuk-hint\">{hint}</div>");
        if (Errors.Count > 0)
        {
            html.Add($"<p id=\"{FieldId}-error\" class=\"govuk-error-message\">");
            html.Add($"<span class=\"govuk-visually-hidden\">{T["web.control.error"]}:</span> ");
            html.Add($"{string.Join(". ", Errors)}</p>");
        }

        WriteControl(html, output);
        html.AddIf(IsGroup, $"</fieldset>");
        html.Add($"</div>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>What the model says and what was typed, for a comparison after a conflict.</summary>
    protected virtual FieldValues Values() => new(SentValue.Of(OfModel()), SentValue.Of(Shown()));

    /// <summary>Writes the control itself.</summary>
    protected abstract void WriteControl(HtmlText html, TagHelperOutput output);

    /// <summary>What stands in the field: as typed when the form came back, else the model's value.</summary>
    protected string Shown()
    {
        if (State is { RawValue: not null } state)
        {
            return state.AttemptedValue ?? "";
        }

        return OfModel();
    }

    private string OfModel() => Value is null && For is null ? "" : Written(Value ?? For?.Model);

    /// <summary>The chosen codes of a group.</summary>
    protected HashSet<string> Chosen()
    {
        if (State is { RawValue: not null } state)
        {
            return state.RawValue is string[] many ? [.. many] : [state.RawValue.ToString() ?? ""];
        }

        return ChosenInModel();
    }

    /// <summary>The codes of a group that the model has.</summary>
    protected HashSet<string> ChosenInModel() =>
        (Value ?? For?.Model) switch
        {
            null => [],
            string one => [one],
            System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Written)],
            var one => [Written(one)],
        };

    private ModelStateEntry? State => FieldName.Length > 0 ? ViewContext.ModelState[FieldName] : null;

    private string Written(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            DateOnly date => TextValues.Write(T.Language, date, "input"),
            int or long or short => TextValues.Write(T.Language, value, ValueFormat ?? "code"),
            decimal number => number.ToString("0.##########", T.Language.Culture),
            Enum code => code.ToString(),
            _ => TextValues.Write(T.Language, value, ValueFormat),
        };

    private string Words(ModelError error) =>
        T.Resolve(string.IsNullOrEmpty(error.ErrorMessage) ? "web.error.invalid" : error.ErrorMessage);

    private string? Described(string? hint) =>
        (hint is not null, Errors.Count > 0) switch
        {
            (true, true) => $"{FieldId}-hint {FieldId}-error",
            (true, false) => $"{FieldId}-hint",
            (false, true) => $"{FieldId}-error",
            _ => null,
        };

    private void Heading(HtmlText html, string label)
    {
        var block = IsGroup ? "govuk-fieldset__legend" : "govuk-label";
        var size = LabelSize switch
        {
            "page" => $" {block}--l",
            "hidden" => " govuk-visually-hidden",
            null => "",
            _ => $" {block}--{LabelSize}",
        };
        var page = LabelSize == "page";
        html.AddIf(page && !IsGroup, $"<h1 class=\"govuk-label-wrapper\">");
        html.AddIf(IsGroup, $"<legend class=\"{block}{size}\">");
        html.AddIf(!IsGroup, $"<label class=\"{block}{size}\" for=\"{FieldId}\">");
        html.AddIf(page && IsGroup, $"<h1 class=\"govuk-fieldset__heading\">");
        html.Add($"{label}");
        html.AddIf(Optional, $" <span class=\"plus-optional\">{T["web.control.optional"]}</span>");
        html.AddIf(page && IsGroup, $"</h1>");
        html.AddIf(IsGroup, $"</legend>");
        html.AddIf(!IsGroup, $"</label>");
        html.AddIf(page && !IsGroup, $"</h1>");
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>A control with options.</summary>
public abstract class ChoiceControl(Texts texts, FormFields fields) : FormControl(texts, fields)
{
    /// <summary>The options, in the order shown.</summary>
    [HtmlAttributeName("items")]
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsGroup => true;

    /// <inheritdoc/>
    protected override FieldValues Values() => new(Of(ChosenInModel()), Of(Chosen()));

    private SentValue Of(HashSet<string> chosen)
    {
        var items = Items.Where(i => chosen.Contains(i.Value)).ToList();
        return items.Count == 0
            ? new SentValue(null, "")
            : new SentValue(string.Join(", ", items.Select(i => i.Text)), string.Join(',', items.Select(i => i.Value)));
    }

    /// <summary>The id of the option at a place; the first one carries the field's id, so that links focus it.</summary>
    protected string OptionId(int place) => place == 0 ? FieldId : $"{FieldId}-{place}";

    /// <summary>Writes radios or checkboxes.</summary>
    protected void WriteOptions(HtmlText html, string block, string type, string? modifier)
    {
        var chosen = Chosen();
        html.Add($"<div class=\"{block}{modifier}\">");
        var place = 0;
        foreach (var item in Items)
        {
            var id = OptionId(place++);
            var hint = item.Hint is null ? null : $"{id}-item-hint";
            html.Add($"<div class=\"{block}__item\"><input class=\"{block}__input\" id=\"{id}\" name=\"{FieldName}\"");
            html.Add($" type=\"{type}\" value=\"{item.Value}\"{Attr.Flag("checked", chosen.Contains(item.Value))}");
            html.Add($"{Attr.Flag("disabled", item.Disabled || ReadOnly)}{new Attr("aria-describedby", hint)}>");
            html.Add($"<label class=\"govuk-label {block}__label\" for=\"{id}\">{item.Text}</label>");
            html.AddIf(hint is not null, $"<div id=\"{hint}\" class=\"govuk-hint {block}__hint\">{item.Hint}</div>");
            html.Add($"</div>");
        }

        html.Add($"</div>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Lists;

/// <summary>Draws a table: <c>&lt;plus-table view="Model.Rows" /&gt;</c>.</summary>
[HtmlTargetElement("plus-table", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TableTag(Texts texts) : TagHelper
{
    /// <summary>What to draw.</summary>
    [HtmlAttributeName("view")]
    public TableView View { get; set; } = null!;

    /// <summary>What sets this table apart from others of the same caption on the page.</summary>
    [HtmlAttributeName("of")]
    public string? Of { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var html = new HtmlText();
        if (View.Rows.Count == 0)
        {
            html.Add($"<p class=\"plus-empty\">{texts[View.EmptyKey]}</p>");
            output.Content.SetHtmlContent(html);
            return;
        }

        var caption = Of is null ? texts[View.CaptionKey] : $"{texts[View.CaptionKey]}: {Of}";
        html.Add($"<div class=\"plus-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">");
        html.Add($"<table class=\"govuk-table plus-table{(View.Cards ? " plus-table--cards" : "")}\">");
        html.Add($"<caption class=\"govuk-table__caption govuk-table__caption--m");
        html.AddIf(View.CaptionHidden, $" govuk-visually-hidden");
        html.Add($"\">{caption}</caption><thead><tr>");
        WriteHead(html);
        html.Add($"</tr></thead><tbody>");
        var heads = View.Columns.Select(c => texts[c.HeadKey]).ToArray();
        foreach (var row in View.Rows)
        {
            WriteRow(html, row, heads);
        }

        html.Add($"</tbody></table></div>");
        output.Content.SetHtmlContent(html);
    }

    private void WriteHead(HtmlText html)
    {
        html.AddIf(
            View.Rows[0].Tick is not null,
            $"<td class=\"govuk-table__header plus-table__tick\"><input type=\"checkbox\" class=\"plus-tick\" hidden data-plus=\"tick-all\" aria-label=\"{texts["web.list.tickAll"]}\"></td>"
        );
        foreach (var column in View.Columns)
        {
            var sorted = View.Query is { } query && query.Sort == column.Code;
            var order =
                !sorted ? null
                : View.Query!.Falls ? "descending"
                : "ascending";
            html.Add($"<th scope=\"col\" class=\"govuk-table__header");
            html.AddIf(column.Numeric, $" govuk-table__header--numeric");
            html.Add($"\"{new Attr("aria-sort", order)}>");
            if (View.Query is null || !column.Sortable)
            {
                html.Add($"{texts[column.HeadKey]}</th>");
                continue;
            }

            // The arrow is a picture nobody reads aloud: aria-sort says it.
            var arrow = order switch
            {
                "ascending" => "M5 1l4 5H1z",
                "descending" => "M5 11L1 6h8z",
                _ => "M5 0l4 5H1zM5 12L1 7h8z",
            };
            html.Add($"<a href=\"{View.Query.SortHref(column.Code)}\">{texts[column.HeadKey]}");
            html.Add(
                $"<svg class=\"plus-sort\" viewBox=\"0 0 10 12\" aria-hidden=\"true\"><path d=\"{arrow}\"/></svg></a></th>"
            );
        }
    }

    private void WriteRow(HtmlText html, TableRow row, string[] heads)
    {
        html.Add($"<tr>");
        if (row.Tick is not null)
        {
            html.Add($"<td class=\"govuk-table__cell plus-table__tick\"><input type=\"checkbox\" class=\"plus-tick\"");
            html.Add(
                $" name=\"Ticked\" value=\"{row.Tick}\" aria-label=\"{texts["web.list.tick", ("row", RowName(row))]}\"></td>"
            );
        }

        for (var i = 0; i < row.Cells.Count; i++)
        {
            var column = View.Columns[i];
            var cell = row.Cells[i];
            html.AddIf(column.NamesRow, $"<th scope=\"row\" class=\"govuk-table__header");
            html.AddIf(!column.NamesRow, $"<td class=\"govuk-table__cell");
            html.AddIf(column.Numeric, $" govuk-table__cell--numeric");
            html.Add($"\"{new Attr("data-head", View.Cards ? heads[i] : null)}>");
            WriteCell(html, column, cell);
            html.AddIf(column.NamesRow, $"</th>");
            html.AddIf(!column.NamesRow, $"</td>");
        }

        html.Add($"</tr>");
    }

    private void WriteCell(HtmlText html, Column column, TableCell cell)
    {
        var words = cell.Value switch
        {
            bool yes => texts[yes ? "web.list.yes" : "web.list.no"],
            var value => texts.Write(value, column.Format),
        };
        html.AddIf(cell.Tag is not null, $"<strong class=\"govuk-tag govuk-tag--{cell.Tag}\">");
        html.AddIf(cell.Href is null, $"{words}");
        html.AddIf(cell.Href is not null, $"<a href=\"{cell.Href}\">{words}</a>");
        html.AddIf(cell.Tag is not null, $"</strong>");
    }

    private string RowName(TableRow row)
    {
        for (var i = 0; i < View.Columns.Count; i++)
        {
            if (View.Columns[i].NamesRow)
            {
                return texts.Write(row.Cells[i].Value, View.Columns[i].Format);
            }
        }

        return texts.Write(row.Cells[0].Value, View.Columns[0].Format);
    }
}

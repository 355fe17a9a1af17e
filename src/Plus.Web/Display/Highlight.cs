using System.Globalization;
using Microsoft.AspNetCore.Html;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>Marks words in a text, with or without diacritics and capital letters.</summary>
public static class Highlight
{
    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The text with every place of each searched word inside <c>&lt;mark&gt;</c>.</summary>
    public static IHtmlContent Mark(string text, string? search)
    {
        var html = new HtmlText();
        var words = Words(search);
        var from = 0;
        while (from < text.Length && Next(text, from, words) is { } found)
        {
            html.Add($"{text[from..found.Start]}<mark>{text.Substring(found.Start, found.Length)}</mark>");
            from = found.Start + found.Length;
        }

        html.Add($"{text[from..]}");
        return html;
    }

    /// <summary>Whether any searched word stands in the text.</summary>
    public static bool Contains(string? text, string? search) =>
        text is not null && Next(text, 0, Words(search)) is not null;

    private static string[] Words(string? search) =>
        search?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static (int Start, int Length)? Next(string text, int from, string[] words)
    {
        (int Start, int Length)? first = null;
        foreach (var word in words)
        {
            var start = Compare.IndexOf(text.AsSpan(from), word, Loose, out var length);
            if (start >= 0 && length > 0 && (first is null || from + start < first.Value.Start))
            {
                first = (from + start, length);
            }
        }

        return first;
    }
}

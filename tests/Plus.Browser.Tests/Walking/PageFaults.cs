using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Plus.Browser.Tests.Walking;

/// <summary>What must hold for every page, read from its HTML.</summary>
public static partial class PageFaults
{
    /// <summary>Largest page, in bytes before compression.</summary>
    public const int MostBytes = 60 * 1024;

    /// <summary>Pages known to be larger, each with the size it may have and why.</summary>
    private static readonly (string Route, int MostBytes, string Why)[] Larger =
    [
        (
            "/rules/parameters",
            88 * 1024,
            "every parameter of the law with its history on one page, to be searched with the browser"
        ),
        (
            "/{work:work}/{section:guid}",
            70 * 1024,
            "a section of hours with its burn-down, week, placements and entries"
        ),
    ];

    // Words that no name and no entered text of the arranged data holds, and that the other language does not have.
    private static readonly Dictionary<string, HashSet<string>> ForeignWords = new(StringComparer.Ordinal)
    {
        ["lv"] = new(
            ["the", "and", "of", "with", "not", "for", "from", "this", "are", "has", "was", "by"],
            StringComparer.OrdinalIgnoreCase
        ),
        ["en"] = new(
            ["un", "nav", "vai", "ir", "lai", "kas", "ar", "uz", "gada", "diena", "dienas", "pēc", "līdz", "šī", "šis"],
            StringComparer.OrdinalIgnoreCase
        ),
    };

    /// <summary>
    /// The faults of a page in this language. <paramref name="names"/> may not stand in titles; <paramref name="typed"/>
    /// stands on pages of either language as people typed it.
    /// </summary>
    public static IEnumerable<string> Of(
        WalkedPage walked,
        string language,
        IReadOnlyCollection<string> names,
        IReadOnlyCollection<string> typed
    )
    {
        var page = walked.Page;
        if (page.Status != HttpStatusCode.OK)
        {
            yield return $"answers {(int)page.Status} (linked from {walked.From})";
            yield break;
        }

        if (page.Document is not { } html)
        {
            yield break;
        }

        if (html.DocumentElement.GetAttribute("lang") != language)
        {
            yield return $"says lang={html.DocumentElement.GetAttribute("lang")}";
        }

        foreach (Match missing in MissingText().Matches(html.Body!.TextContent + html.Title))
        {
            yield return "lacks the text " + missing.Value;
        }

        if (string.IsNullOrWhiteSpace(html.Title) || html.Title.TrimStart().StartsWith('–'))
        {
            yield return "has no title";
        }

        foreach (var personal in names.Where(d => html.Title?.Contains(d, StringComparison.Ordinal) == true))
        {
            yield return $"names '{personal}' in its title";
        }

        if (html.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"has {html.QuerySelectorAll("h1").Length} main headings";
        }

        var larger = Larger.FirstOrDefault(l => l.Route == walked.Route);
        if (page.Bytes.Length > Math.Max(MostBytes, larger.MostBytes))
        {
            yield return $"is {page.Bytes.Length / 1024} kB";
        }

        foreach (var inline in Inline(html))
        {
            yield return "holds inline " + inline;
        }

        foreach (var word in Foreign(html, language, typed))
        {
            yield return $"mixes in '{word}'";
        }
    }

    private static IEnumerable<string> Inline(IDocument html) =>
        html.QuerySelectorAll("script:not([src]), style")
            .Select(e => e.LocalName)
            .Concat(
                html.All.SelectMany(e => e.Attributes)
                    .Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal))
                    .Select(a => $"{a.Name} on {a.OwnerElement?.LocalName}")
            )
            .Concat(html.QuerySelectorAll("[href^='javascript:' i]").Select(e => e.GetAttribute("href")!))
            .Distinct();

    // The letters of a code (a second factor's secret) are random and make words of either language.
    private static IEnumerable<string> Foreign(IDocument html, string language, IReadOnlyCollection<string> typed) =>
        html.Body!.GetNodes<IText>(predicate: t =>
                t.ParentElement is not { LocalName: "script" or "style" or "textarea" or "code" }
            )
            .Where(t => t.ParentElement?.Closest("[lang]")?.GetAttribute("lang") == language)
            .Where(t => Foreign(t.Data, language).Any())
            .SelectMany(t => Foreign(Without(t.Data, typed), language).Select(w => $"{w}' in '{t.Data.Trim()}"))
            .Distinct()
            .Take(5);

    private static IEnumerable<string> Foreign(string text, string language) =>
        Word().Matches(Code().Replace(text, " ")).Select(m => m.Value).Where(ForeignWords[language].Contains);

    // Keys of published figures (iz.by_court) stand as they are in both languages.
    [GeneratedRegex(@"\b[a-z_]+(\.[a-z0-9_]+)+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private static string Without(string text, IReadOnlyCollection<string> typed) =>
        typed.Aggregate(text, (left, piece) => left.Replace(piece, " ", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\[[a-z][A-Za-z]*(\.[A-Za-z0-9_-]+)+\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MissingText();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Language;

/// <summary>
/// Words written into a page instead of its texts. A heuristic: code is taken out, what is left between tags and in
/// attributes that people read must hold no word.
/// </summary>
internal static partial class LiteralWords
{
    private static readonly string[] Names = ["PLUS", "CSV", "XLSX", "English", "Latviešu"];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> pages) =>
        from page in pages
        let markup = Bare(page.Text)
        from words in Between()
            .Matches(markup)
            .Select(m => m.Groups["text"].Value)
            .Concat(Attribute().Matches(markup).Select(m => m.Groups["text"].Value))
        where Word().Matches(words).Any(w => !Names.Contains(w.Value, StringComparer.Ordinal))
        select $"{page.Path}: \"{words.Trim()}\" is written into the page.";

    /// <summary>The page without comments, code blocks, lines of code and expressions.</summary>
    internal static string Bare(string text)
    {
        text = Comments().Replace(text, "");
        text = WithoutBlocks(text);
        text = CodeLines().Replace(text, "");
        text = Entities().Replace(text, " ");
        return WithoutExpressions(text);
    }

    private static string WithoutBlocks(string text)
    {
        for (
            var at = text.IndexOf("@{", StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf("@{", StringComparison.Ordinal)
        )
        {
            text = text.Remove(at, EndOf(text, at + 1, '{', '}') - at);
        }

        return text;
    }

    // @name, @name.Other("x", y)[z]?.More and @( ... ): the brackets may hold anything, quotes too.
    private static string WithoutExpressions(string text)
    {
        for (
            var at = text.IndexOf('@', StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf('@', StringComparison.Ordinal)
        )
        {
            var end = at + 1;
            while (end < text.Length)
            {
                if (text[end] is '(' or '[')
                {
                    end = EndOf(text, end, text[end], text[end] == '(' ? ')' : ']');
                }
                else if (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '?' || IsDotBeforeName(text, end))
                {
                    end++;
                }
                else
                {
                    break;
                }
            }

            text = text.Remove(at, end - at);
        }

        return text;
    }

    private static bool IsDotBeforeName(string text, int at) =>
        text[at] == '.' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static int EndOf(string text, int open, char opening, char closing)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == opening ? 1
                : text[i] == closing ? -1
                : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"^\s*(?:@(?:page|model|using|inject|addTagHelper|if|foreach|for|switch|while|section)\b[^\n]*?(?=\{|$)|var\s[^\n]*;\s*$|(?:(?:if|switch|foreach|for|while)\s*\(|else|var|break|case|default|return|\w+\s*=(?!"")|[{}()]|Head\.)[^\n<]*$)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex CodeLines();

    [GeneratedRegex(@"&\w+;|@@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entities();

    [GeneratedRegex(@"(?<![=\-])>(?<text>[^<>{}]+)<", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\s(?:title|placeholder|aria-label|alt|label|hint|text|suffix|prefix|about|empty)=""(?<text>[^""]+)""",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}

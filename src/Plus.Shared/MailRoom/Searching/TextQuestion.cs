using System.Text.RegularExpressions;

namespace Plus.Shared.MailRoom.Searching;

/// <summary>
/// What was typed, as PostgreSQL asks for it: every word must be met. Latvian bends the ends of words, so that the end of
/// a longer one does not count: "iesniegums" also finds "iesniegumam".
/// </summary>
internal static partial class TextQuestion
{
    private const int MostWords = 10;

    /// <summary>The question; null when nothing was typed that could be asked.</summary>
    public static string? Of(string? typed)
    {
        var words = Word()
            .Matches(typed ?? "")
            .Select(m => m.Value.ToLowerInvariant())
            .Take(MostWords)
            .Select(w =>
                w.Any(char.IsAsciiDigit) || w.Length < 4 ? $"'{w}'"
                : w.Length < 6 ? $"'{w[..^1]}':*"
                : $"'{w[..^2]}':*"
            )
            .ToList();
        return words.Count == 0 ? null : string.Join(" & ", words);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]{1,60}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();
}

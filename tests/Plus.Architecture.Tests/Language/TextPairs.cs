using System.Text.RegularExpressions;

namespace Plus.Architecture.Tests.Language;

/// <summary>Every text stands in both languages, with the same placeholders, no number hidden behind its forms, and only once.</summary>
internal static partial class TextPairs
{
    public static IEnumerable<string> Violations(IReadOnlyList<TextLine> texts)
    {
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text.Latvian) || string.IsNullOrWhiteSpace(text.English))
            {
                yield return $"{text.Folder}: {text.Key} is not in both languages.";
            }
            else if (!Holes(text.Latvian).SetEquals(Holes(text.English)))
            {
                yield return $"{text.Folder}: {text.Key} has other placeholders in Latvian than in English.";
            }
            else if (HidesItsNumber(text.Latvian) || HidesItsNumber(text.English))
            {
                yield return $"{text.Folder}: {text.Key} has forms for a number, but the number is nowhere in it.";
            }
        }

        foreach (var twice in texts.GroupBy(t => t.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key} stands in {string.Join(" and ", twice.Select(t => t.Folder))}.";
        }
    }

    private static bool HidesItsNumber(string text) =>
        Choice()
            .Matches(text)
            .GroupBy(m => m.Groups["name"].Value, StringComparer.Ordinal)
            .Any(g =>
                g.All(m => !m.Value.Contains('#', StringComparison.Ordinal))
                && !text.Contains("{" + g.Key + "}", StringComparison.Ordinal)
            );

    private static HashSet<string> Holes(string text) =>
        [.. Hole().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(m => m.Groups["name"].Value)];

    [GeneratedRegex(@"\{(?<name>\w+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{(?<name>\w+)\|[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Choice();
}

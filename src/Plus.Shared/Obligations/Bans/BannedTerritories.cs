using Plus.Law.Identity;

namespace Plus.Shared.Obligations.Bans;

/// <summary>Which administrative territories (ATVK) the words of a ban name.</summary>
internal static class BannedTerritories
{
    /// <summary>What a line that is a territory's code or name, and nothing else, stands for.</summary>
    public static IEnumerable<string> Called(string line, IReadOnlyList<(string Code, string Name)> known)
    {
        var words = Words(line);
        return Codes(line)
            .Concat(known.Where(t => words.Count > 0 && Words(t.Name).SequenceEqual(words)).Select(t => t.Code));
    }

    /// <summary>Territories that stand anywhere in a text, in whatever case they are written.</summary>
    public static IReadOnlyList<string> Within(string? text, IReadOnlyList<(string Code, string Name)> known)
    {
        var words = Words(text);
        return [.. Codes(text).Concat(known.Where(t => Stands(Words(t.Name), words)).Select(t => t.Code))];
    }

    /// <summary>Whether two codes lie in one state city or county: a parish within a county is the county's. The digits of
    /// the territory decide, not those of the unit.</summary>
    public static bool AreOne(string one, string other) =>
        !TerritoryCode.TryParse(one, out var first)
        || !TerritoryCode.TryParse(other, out var second)
        || first.Digits[..4] == second.Digits[..4];

    private static IEnumerable<string> Codes(string? text) =>
        (text ?? "")
            .Split([' ', ',', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => TerritoryCode.TryParse(w, out _));

    private static bool Stands(List<string> name, List<string> text) =>
        name.Count > 0
        && Enumerable
            .Range(0, Math.Max(0, text.Count - name.Count + 1))
            .Any(at => name.Select((word, i) => IsCaseOf(text[at + i], word)).All(same => same));

    // Cases change the end of a word: Rīga, Rīgas, Rīgā; novads, novada, novadā.
    private static bool IsCaseOf(string word, string name) =>
        word == name
        || (
            name.Length > 3
            && word.StartsWith(name[..^1], StringComparison.Ordinal)
            && word.Length - name.Length is >= -1 and <= 2
        );

    private static List<string> Words(string? text) =>
        [.. NameFolding.Fold(text).Split(' ', ',', ';', '.', '-').Where(w => w.Length > 0)];
}

using System.Text.RegularExpressions;
using Plus.Shared.Documents.Grammar;

namespace Plus.Shared.CaseFiles.Redacting;

/// <summary>Words of another person that are covered, and why.</summary>
/// <param name="Words">As typed: a name, an address, a telephone number.</param>
/// <param name="Ground">Code of the ground; its words stand under <c>caseFile.ground.CODE</c>.</param>
internal sealed record CoveredWords(string Words, string Ground);

/// <summary>
/// Covers words wherever they stand, in every case of Latvian and whatever the letters' size. Each gets a number, so that
/// the reader can tell one person from another and nobody's name is in the list of grounds.
/// </summary>
internal sealed partial class Redaction
{
    private readonly List<(Regex Found, int Number)> _patterns = [];
    private readonly int[] _times;

    public Redaction(IReadOnlyList<CoveredWords> covered)
    {
        Covered = covered;
        _times = new int[covered.Count];
        for (var i = 0; i < covered.Count; i++)
        {
            _patterns.Add((Pattern(covered[i].Words), i + 1));
        }
    }

    public static Redaction None { get; } = new([]);

    public IReadOnlyList<CoveredWords> Covered { get; }

    /// <summary>Covers nothing.</summary>
    public bool IsEmpty => Covered.Count == 0;

    /// <summary>How often the words of a number were found so far.</summary>
    public int TimesOf(int number) => _times[number - 1];

    /// <summary>The text with what is covered replaced by a mark with its number.</summary>
    public string Cover(string text)
    {
        foreach (var (found, number) in _patterns)
        {
            text = found.Replace(
                text,
                _ =>
                {
                    _times[number - 1]++;
                    return $"[{number} ███]";
                }
            );
        }

        return text;
    }

    // The whole in each case, and each word of a name by itself, with up to three letters that a case puts in place of an ending.
    private static Regex Pattern(string words)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { words };
        var parts = Space().Split(words.Trim());
        foreach (var part in parts.Where(p => p.Length > 2 && char.IsUpper(p[0])))
        {
            foreach (var form in Enum.GetValues<LatvianCase>())
            {
                foreach (var sex in (string?[])["F", "M"])
                {
                    forms.Add(LatvianNames.Decline(part, form, sex, isSurname: true));
                    forms.Add(LatvianNames.Decline(part, form, sex, isSurname: false));
                }
            }
        }

        var any = string.Join('|', forms.OrderByDescending(f => f.Length).Select(Regex.Escape));
        return new Regex(
            $@"(?<![\p{{L}}\p{{Nd}}])({any})(?![\p{{L}}\p{{Nd}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(2)
        );
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}

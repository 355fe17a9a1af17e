using System.Globalization;
using System.Text.RegularExpressions;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Search;

/// <summary>
/// What a typed line may mean: parts of a name, a personal code in any form, a case number, the number of a ruling or
/// of a criminal proceeding, a phone, an e-mail. One line may mean several things; all are looked for.
/// </summary>
public sealed partial record SearchTerms
{
    /// <summary>Letters a part of a name needs, so that the index can find it.</summary>
    public const int ShortestPart = 3;

    private const int MostParts = 5;
    private const int ShortestCodeStart = 6;

    /// <summary>Folded parts of a name, all of which must be met; empty when the line is no name.</summary>
    public IReadOnlyList<string> NameParts { get; private init; } = [];

    /// <summary>A birth date typed beside the name; narrows the names.</summary>
    public DateOnly? BirthDate { get; private init; }

    /// <summary>The line as a number: capital letters and digits only; null when it holds no digit.</summary>
    public string? Number { get; private init; }

    /// <summary>First digits of a personal code.</summary>
    public string? CodeStart { get; private init; }

    /// <summary>In the stored form, year and six digits.</summary>
    public string? CaseNumber { get; private init; }

    /// <summary>What a phone or an e-mail is found by.</summary>
    public string? Reach { get; private init; }

    /// <summary>Nothing in the line can be looked for: too short.</summary>
    public bool IsEmpty =>
        NameParts.Count == 0 && Number is null && CodeStart is null && CaseNumber is null && Reach is null;

    public static SearchTerms Read(string? typed)
    {
        var line = NameFolding.Clean(typed);
        if (line.Length > 200)
        {
            line = line[..200];
        }

        var parts = NamePartsOf(line, out var birth);
        var number = NumberKey().Replace(line, "").ToUpperInvariant();
        var digits = string.Concat(line.Where(char.IsAsciiDigit));
        var hasDigits = number.Length >= 3 && digits.Length > 0 && birth is null;
        return new SearchTerms
        {
            NameParts = parts,
            BirthDate = birth,
            Number = hasDigits ? number : null,
            CodeStart =
                digits.Length is >= ShortestCodeStart and < 11 && CodeLike().IsMatch(line) && birth is null
                    ? digits
                    : null,
            CaseNumber = CaseNumberOf(line),
            Reach = ReachOf(line, digits),
        };
    }

    private static List<string> NamePartsOf(string line, out DateOnly? birth)
    {
        birth = null;
        var parts = new List<string>();
        foreach (var word in NameFolding.Fold(line).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                DateOnly.TryParseExact(
                    word.TrimEnd('.'),
                    ["d.M.yyyy", "yyyy-MM-dd"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                birth = day;
            }
            else if (word.Any(char.IsAsciiDigit) || word.Contains('@', StringComparison.Ordinal))
            {
                return [];
            }
            else if (word.Any(char.IsLetter) && parts.Count < MostParts)
            {
                parts.Add(word);
            }
        }

        return parts.Exists(p => p.Length >= ShortestPart) || parts.Sum(p => p.Length) >= 2 && parts.Count <= 2
            ? parts
            : [];
    }

    private static string? CaseNumberOf(string line) =>
        CaseForm().Match(line) is { Success: true } match
            ? $"{match.Groups["year"].Value}-{match.Groups["run"].Value.PadLeft(6, '0')}"
            : null;

    private static string? ReachOf(string line, string digits) =>
        line.Contains('@', StringComparison.Ordinal) ? line.ToLowerInvariant()
        : digits.Length is >= 7 and <= 15 && PhoneLike().IsMatch(line) ? ClientReach.PhoneKey(digits)
        : null;

    [GeneratedRegex(@"[ \-–—/\\.,:]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NumberKey();

    [GeneratedRegex(@"^[\d \-–—]+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CodeLike();

    [GeneratedRegex(
        @"^(?<year>(19|20)\d\d)\s*[-–—/ ]?\s*(?<run>\d{1,6})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex CaseForm();

    [GeneratedRegex(@"^\+?[\d \-()]+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex PhoneLike();
}

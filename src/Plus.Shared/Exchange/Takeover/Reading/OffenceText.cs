using System.Globalization;
using System.Text.RegularExpressions;

namespace Plus.Shared.Exchange.Takeover.Reading;

/// <summary>An article of the Criminal Law as the contract writes it: 175(2), 168^1(3), 262.</summary>
internal readonly record struct OffenceText(string Article, int? Sup, int? Part)
{
    /// <summary>Reads articles with blanks between them, in their order.</summary>
    public static bool TryRead(string text, out IReadOnlyList<OffenceText> offences)
    {
        var read = new List<OffenceText>();
        offences = read;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Pattern.Match(word);
            if (!match.Success)
            {
                return false;
            }

            read.Add(new(match.Groups["no"].Value, Number(match.Groups["sup"]), Number(match.Groups["part"])));
        }

        return true;
    }

    private static readonly Regex Pattern = new(
        @"^(?<no>[1-9]\d{0,3})(\^(?<sup>[1-9]\d?))?(\((?<part>[1-9]\d?)\))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled,
        TimeSpan.FromSeconds(1)
    );

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
}

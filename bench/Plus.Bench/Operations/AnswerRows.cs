using System.Text.RegularExpressions;

namespace Plus.Bench.Operations;

/// <summary>Reads from an answer which rows stand in it, so that both sides can be held to the same.</summary>
internal static partial class AnswerRows
{
    /// <summary>Ids of the records that the main part leads to.</summary>
    public static IReadOnlySet<string> All(string answer) => Matching(answer, "/");

    /// <summary>Ids of the sections that the main part leads to.</summary>
    public static IReadOnlySet<string> Sections(string answer) => Matching(answer, "/sections/");

    /// <summary>Ids of the sections that the forms of a host's page are about.</summary>
    public static IReadOnlySet<string> HiddenSections(string answer) =>
        HiddenSection().Matches(answer).Select(m => m.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Nothing to compare in the answer itself.</summary>
    public static IReadOnlySet<string> None(string answer) => new HashSet<string>(StringComparer.Ordinal);

    private static HashSet<string> Matching(string answer, string start)
    {
        var main = Math.Max(0, answer.IndexOf("<main", StringComparison.Ordinal));
        return Address()
            .Matches(answer[main..])
            .Where(m => m.Value.StartsWith(start, StringComparison.Ordinal))
            .Select(m => m.Groups["id"].Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        "(name=\"Section\" value=\"|/work/)(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HiddenSection();

    [GeneratedRegex(
        "/[a-z-]+/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[\"\\s])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Address();
}

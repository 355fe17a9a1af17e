using System.Text.RegularExpressions;

namespace Plus.Shared.Audit.Direct;

/// <summary>Takes the values out of a statement: what was looked for may be a person, what was looked at is a table.</summary>
internal static partial class StatementMask
{
    private const int Longest = 2000;

    public static string Of(string statement)
    {
        var masked = Values().Replace(statement, "?");
        return masked.Length > Longest ? masked[..Longest] : masked;
    }

    // Comments, dollar-quoted text, quoted text with any prefix, numbers. A text without an end is taken to the end.
    [GeneratedRegex(
        """--[^\n]*|/\*.*?(\*/|\z)|\$(?<tag>\w*)\$.*?(\$\k<tag>\$|\z)|\b[eEbBxXnN]?'([^'\\]|''|\\.)*('|\z)|'([^'\\]|''|\\.)*('|\z)|(?<![\w$"])\d+(\.\d+)?(?![\w"])""",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Values();
}

namespace Plus.Law.Identity;

/// <summary>International bank account numbers (ISO 13616): letters and digits with a checksum.</summary>
public static class AccountNumber
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int Latvian = 21;

    /// <summary>Reads a number as typed, with or without spaces; null when its form or its checksum is wrong.</summary>
    public static string? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (
            text.Length is < Shortest or > Longest
            || (text.StartsWith("LV", StringComparison.Ordinal) && text.Length != Latvian)
            || !text.All(char.IsAsciiLetterOrDigit)
            || !text[..2].All(char.IsAsciiLetter)
            || !text[2..4].All(char.IsAsciiDigit)
        )
        {
            return null;
        }

        // The country and the checksum go to the end, letters count from 10, and the whole leaves 1 when divided by 97.
        var rest = 0;
        foreach (var c in text[4..] + text[..4])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return rest == 1 ? text : null;
    }
}

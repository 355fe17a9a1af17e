using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plus.Shared.Access.Passwords;

/// <summary>
/// Words that people who guess passwords try first. A password is judged by what is left of it without capitals,
/// diacritics, digits put for letters and anything around the word.
/// </summary>
internal static class CommonPasswords
{
    private const string File = "Plus.Shared/Access/Delivered/commonPasswords.txt";

    private static readonly FrozenSet<string> Words = Read();

    public static bool Holds(string password)
    {
        var plain = Plain(password);
        var bare = plain.Trim(Trimmed);
        return bare.Length == 0
            || Words.Contains(plain)
            || Words.Contains(bare)
            || Words.Contains(Letters(bare))
            || IsRepeated(plain)
            || IsSequence(plain);
    }

    private static readonly char[] Trimmed = [.. "0123456789!?.,;:-_+*#$%&/()= @"];

    /// <summary>Small letters without diacritics.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private static string Letters(string text) =>
        text.Replace('0', 'o')
            .Replace('1', 'i')
            .Replace('3', 'e')
            .Replace('4', 'a')
            .Replace('5', 's')
            .Replace('7', 't')
            .Replace('@', 'a')
            .Replace('$', 's');

    /// <summary>The same piece over and over: aaaaaaaaaaaa, abcabcabcabc, parolesparoles.</summary>
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (
                text.Length % length == 0
                && Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length])
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Neighbours in the order of codes: 123456789012, abcdefghijkl, and the same backwards.</summary>
    private static bool IsSequence(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count > 0 && (steps.All(s => s is 1 or -9) || steps.All(s => s is -1 or 9));
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(File)!);
        return reader
            .ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}

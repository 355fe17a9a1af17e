using System.Globalization;
using System.Text;

namespace Plus.Law.Identity;

/// <summary>Names as they are stored and as they are compared.</summary>
public static class NameFolding
{
    /// <summary>For storage: composed Unicode (NFC), trimmed, runs of blanks made one, invisible format characters and
    /// broken surrogates left out. Letters, their case and diacritics stay.</summary>
    public static string Clean(string? name)
    {
        var kept = new StringBuilder();
        var blank = false;
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                blank = kept.Length > 0;
            }
            else if (
                category is not (UnicodeCategory.Format or UnicodeCategory.Control)
                && rune != Rune.ReplacementChar
            )
            {
                if (blank)
                {
                    kept.Append(' ');
                    blank = false;
                }
                kept.Append(rune.ToString());
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>For comparison: cleaned, lower case, Latin letters without diacritics, dashes and apostrophes made one
    /// kind. Cyrillic letters stay what they are (й is not и), only ё is compared as е.</summary>
    public static string Fold(string? name)
    {
        var folded = new StringBuilder();
        var baseIsLatin = false;
        foreach (var rune in Clean(name).ToLowerInvariant().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark)
            {
                if (!baseIsLatin && !IsDiaeresisOnCyrillicE(folded, rune))
                {
                    folded.Append(rune.ToString());
                }
                continue;
            }
            baseIsLatin = IsLatin(rune);
            folded.Append(Plain(rune, category));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsLatin(Rune rune) => rune.Value is < 0x0250 or (>= 0x1E00 and < 0x1F00);

    private static bool IsDiaeresisOnCyrillicE(StringBuilder folded, Rune mark) =>
        mark.Value == 0x0308 && folded.Length > 0 && folded[^1] == 'е';

    // Letters that Unicode does not take apart, dashes, apostrophes.
    private static string Plain(Rune rune, UnicodeCategory category) =>
        rune.Value switch
        {
            'ł' => "l",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ŧ' => "t",
            'ı' => "i",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            '`' or '´' or '‘' or '’' or 'ʼ' or '′' => "'",
            _ => category is UnicodeCategory.DashPunctuation ? "-" : rune.ToString(),
        };
}

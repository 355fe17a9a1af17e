using System.Text;
using Plus.Law.Identity;

namespace Plus.Shared.Exchange.Messages;

/// <summary>Texts from outside, made fit to be stored and shown.</summary>
internal static class PlainText
{
    /// <summary>Composed, trimmed, blanks made one. Null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var clean = IsSimple(text) ? text : NameFolding.Clean(text);
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>At most so many UTF-16 units, never half a letter, nothing that the database or a page chokes on.</summary>
    public static string Shortened(string text, int longest)
    {
        var kept = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            kept.Append(Rune.IsControl(rune) ? "·" : rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>A name that fits its column, folded as well (folding can double a letter).</summary>
    public static string NameThatFits(string name, int longest)
    {
        var kept = Shortened(name, longest);
        while (NameFolding.Fold(kept).Length > longest)
        {
            kept = Shortened(kept, kept.Length - 1);
        }

        return kept;
    }

    // The ordinary case, at no cost: printable Latin letters that are composed already, single blanks.
    private static bool IsSimple(string text)
    {
        var blank = true;
        foreach (var c in text)
        {
            if (c is < ' ' or > '\u024f' or '\u007f' or (>= '\u0080' and <= '\u00a0') or '\u00ad')
            {
                return false;
            }

            if (c == ' ' && blank)
            {
                return false;
            }

            blank = c == ' ';
        }

        return !blank;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plus.Law.Figures;

/// <summary>An article of the Criminal Law, its superscript apart: 168.¹ is (168, 1); no superscript is 0.</summary>
public sealed record CriminalArticle(int Number, int Superscript = 0)
{
    /// <summary>Reads "168", "168.1" and "168.¹".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CriminalArticle? article)
    {
        article = null;
        var parts = (text ?? "").Trim().Split('.');
        if (parts.Length > 2 || !TryDigits(parts[0], out var number) || number == 0)
        {
            return false;
        }
        var superscript = 0;
        if (parts.Length == 2 && (!TryDigits(FromSuperscript(parts[1]), out superscript) || superscript == 0))
        {
            return false;
        }
        article = new CriminalArticle(number, superscript);
        return true;
    }

    /// <summary>168.¹, as printed.</summary>
    public override string ToString() =>
        Superscript == 0
            ? Number.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Number}.{ToSuperscript(Superscript)}");

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static bool TryDigits(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string FromSuperscript(string text) =>
        string.Concat(
            text.Select(c => Raised.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? (char)('0' + i) : c)
        );

    private static string ToSuperscript(int value) =>
        string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(c => Raised[c - '0']));
}

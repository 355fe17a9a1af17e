using System.Diagnostics.CodeAnalysis;

namespace Plus.Law.Identity;

/// <summary>Registration number of a legal entity: eleven digits whose weighted sum leaves 3 when divided by 11. A wrong
/// sum is warned of, not refused.</summary>
public sealed record LegalEntityNumber
{
    private static readonly int[] Weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

    private LegalEntityNumber(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Reads eleven digits; blanks and a leading "LV" (as in a tax number) are left out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LegalEntityNumber? number)
    {
        number = null;
        if (text is null || text.Length > 64)
        {
            return false;
        }
        var packed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (packed.StartsWith("LV", StringComparison.OrdinalIgnoreCase))
        {
            packed = packed[2..];
        }
        if (packed.Length != Weights.Length || !packed.All(char.IsAsciiDigit))
        {
            return false;
        }
        number = new LegalEntityNumber(packed);
        return true;
    }

    /// <summary><c>check_digit_differs</c> when the weighted sum is not 3 modulo 11.</summary>
    public IReadOnlyList<string> Warnings() => WeightedSum() % 11 == 3 ? [] : [ReasonCodes.CheckDigitDiffers];

    public override string ToString() => Digits;

    private int WeightedSum()
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (Digits[i] - '0');
        }
        return sum;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plus.Law.Identity;

/// <summary>Which of the two kinds of Latvian personal codes it is.</summary>
public enum PersonalCodeForm
{
    /// <summary>Until 30.06.2017: DDMMYY, century, number, check digit.</summary>
    Dated,

    /// <summary>From 01.07.2017: 3, then 2 to 9, then nine random digits; no date and no check digit.</summary>
    Random,
}

/// <summary>A Latvian personal code: eleven digits, written with a hyphen after the sixth. A code whose date or check
/// digit is wrong is still a code: that is warned of, never refused.</summary>
public sealed record PersonalCode
{
    private const int Length = 11;
    private static readonly int[] Weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private PersonalCode(string digits) => Digits = digits;

    /// <summary>The eleven digits, without a hyphen: the form that is stored and compared.</summary>
    public string Digits { get; }

    public PersonalCodeForm Form =>
        Digits[0] == '3' && Digits[1] is >= '2' and <= '9' ? PersonalCodeForm.Random : PersonalCodeForm.Dated;

    /// <summary>Reads a code with or without its hyphen (any dash) and with blanks around or within.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PersonalCode? code)
    {
        code = null;
        if (text is null || text.Length > 64)
        {
            return false;
        }
        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count == Length)
                {
                    return false;
                }
                digits[count++] = c;
            }
            else if (IsDash(c))
            {
                if (count != 6)
                {
                    return false;
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }
        if (count != Length)
        {
            return false;
        }
        code = new PersonalCode(new string(digits));
        return true;
    }

    /// <summary>Whether the text can be a personal code at all.</summary>
    public static Verdict CheckForm(string? text) =>
        TryParse(text, out _) ? Verdict.Allow() : Verdict.Refuse(ReasonCodes.CodeMalformed, null);

    /// <exception cref="FormatException">Not eleven digits.</exception>
    public static PersonalCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("Not a personal code.");

    /// <summary>123456-12345.</summary>
    public string Format() => $"{Digits[..6]}-{Digits[6..]}";

    /// <summary>The birth date a dated code bears; null for a random code or an impossible date.</summary>
    public DateOnly? BirthDate()
    {
        if (Form == PersonalCodeForm.Random)
        {
            return null;
        }
        var century = Digits[6] switch
        {
            '0' => "18",
            '1' => "19",
            '2' => "20",
            _ => null,
        };
        var written = $"{century}{Digits[4..6]}{Digits[2..4]}{Digits[..2]}";
        return DateOnly.TryParseExact(
            written,
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    /// <summary>What should be looked at, as reason codes in a fixed order: <c>impossible_date</c>,
    /// <c>check_digit_differs</c>, <c>birth_date_differs</c> (only when both dates are known).</summary>
    public IReadOnlyList<string> Warnings(DateOnly? birthDate = null)
    {
        if (Form == PersonalCodeForm.Random)
        {
            return [];
        }
        var warnings = new List<string>();
        var written = BirthDate();
        if (written is null)
        {
            warnings.Add(ReasonCodes.ImpossibleDate);
        }
        if (Digits[^1] - '0' != CheckDigit())
        {
            warnings.Add(ReasonCodes.CheckDigitDiffers);
        }
        if (written is { } inCode && birthDate is { } given && inCode != given)
        {
            warnings.Add(ReasonCodes.BirthDateDiffers);
        }
        return warnings;
    }

    /// <summary>The code stays out of logs and messages that print the value.</summary>
    public override string ToString() => "personal code";

    // A remainder of 10 is read as 0, the one of two known readings that lets such a code exist at all.
    private int CheckDigit()
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (Digits[i] - '0');
        }
        return (1101 - sum) % 11 % 10;
    }

    private static bool IsDash(char c) => c == '-' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}

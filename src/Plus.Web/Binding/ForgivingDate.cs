using System.Globalization;
using System.Text;

namespace Plus.Web.Binding;

/// <summary>
/// Dates as people type them: 1.1.26, 01.01.2026, 01012026, 010126, 2026-01-01, 1/1/2026, 1.1. (this year), +7 and -1
/// (days from today), aizvakar, vakar, šodien, rīt, parīt, yesterday, today, tomorrow.
/// Two-digit years lie from 80 years back to 19 ahead.
/// </summary>
public static class ForgivingDate
{
    /// <summary>Reads a date; false when it is none (31.02., 13th month, words not known).</summary>
    public static bool TryRead(string typed, DateOnly today, out DateOnly date)
    {
        var text = Plain(typed);
        if (Relative(text) is { } days)
        {
            date = today.AddDays(days);
            return true;
        }

        var numbers = text.Split(['.', '/', '-', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
        date = default;
        if (numbers.Length == 0 || numbers.Any(n => n.Length > 8 || !n.All(char.IsAsciiDigit)))
        {
            return false;
        }

        return numbers switch
        {
            [{ Length: 8 } run] => Make(run[4..], run[2..4], run[..2], today, out date)
                || Make(run[..4], run[4..6], run[6..], today, out date),
            [{ Length: 6 } run] => Make(run[4..], run[2..4], run[..2], today, out date),
            [{ Length: 4 } year, var month, var day] => Make(year, month, day, today, out date),
            [var day, var month, { Length: 2 or 4 } year] => Make(year, month, day, today, out date),
            [{ Length: <= 2 } day, { Length: <= 2 } month] => Make(
                today.Year.ToString(CultureInfo.InvariantCulture),
                month,
                day,
                today,
                out date
            ),
            _ => false,
        };
    }

    private static int? Relative(string text) =>
        text switch
        {
            "sodien" or "today" => 0,
            "rit" or "tomorrow" => 1,
            "parit" => 2,
            "vakar" or "yesterday" => -1,
            "aizvakar" => -2,
            ['+' or '-', .. var rest]
                when rest.Length is > 0 and <= 4 && int.TryParse(rest, CultureInfo.InvariantCulture, out var days) =>
                text[0] == '+' ? days : -days,
            _ => null,
        };

    private static bool Make(string year, string month, string day, DateOnly today, out DateOnly date)
    {
        date = default;
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        if (year.Length == 2)
        {
            y += today.Year / 100 * 100;
            y = y > today.Year + 19 ? y - 100 : y;
        }

        if (y is < 1900 or > 2199 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return false;
        }

        date = new DateOnly(y, m, d);
        return true;
    }

    private static string Plain(string typed)
    {
        var text = new StringBuilder();
        foreach (var c in typed.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                text.Append(c);
            }
        }

        return text.ToString().TrimEnd('.');
    }
}

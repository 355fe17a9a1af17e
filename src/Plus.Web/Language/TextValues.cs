using System.Globalization;
using Plus.Kernel.Time;

namespace Plus.Web.Language;

/// <summary>How values are written inside texts, tables and controls.</summary>
public static class TextValues
{
    /// <summary>
    /// Writes a value in a language. Formats: dates <c>long</c>, <c>day</c> (17.04.), <c>input</c> (dd.MM.yyyy in both
    /// languages); instants are shown in Riga time, <c>time</c> gives the hour alone; numbers <c>code</c> (no grouping),
    /// <c>hm</c> (minutes as h:mm), <c>percent</c> (0.123 as 12,3 %), <c>money</c> (always two decimals, half up),
    /// <c>rate</c> (money of one unit: two decimals at least, four at most), <c>tenth</c> (always one decimal).
    /// </summary>
    public static string Write(PageLanguage language, object? value, string? format = null) =>
        value switch
        {
            null => "",
            string text => text,
            DateOnly date => Date(language, date, format),
            DateTimeOffset instant => Instant(language, instant, format),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            int or long or short or byte => Whole(
                language,
                Convert.ToInt64(value, CultureInfo.InvariantCulture),
                format
            ),
            decimal or double or float => Fraction(
                language,
                Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                format
            ),
            IFormattable other => other.ToString(format, language.Culture),
            _ => value.ToString() ?? "",
        };

    /// <summary>Whole minutes as hours: 90 is 1:30, -5 is -0:05.</summary>
    public static string Hours(long minutes)
    {
        var size = Math.Abs(minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? "-" : "")}{size / 60}:{size % 60:00}");
    }

    private static string Date(PageLanguage language, DateOnly date, string? format) =>
        format switch
        {
            "long" => date.ToString(language.Culture.DateTimeFormat.LongDatePattern, language.Culture),
            "day" => date.ToString(language == PageLanguage.English ? "d MMM" : "dd.MM.", language.Culture),
            "input" => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            _ => date.ToString(language.Culture.DateTimeFormat.ShortDatePattern, language.Culture),
        };

    private static string Instant(PageLanguage language, DateTimeOffset instant, string? format)
    {
        var local = PlusClock.LocalOf(instant);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return format == "time" ? time : $"{Date(language, DateOnly.FromDateTime(local), format)} {time}";
    }

    private static string Whole(PageLanguage language, long number, string? format) =>
        format switch
        {
            "code" => number.ToString(CultureInfo.InvariantCulture),
            "hm" => Hours(number),
            "money" or "rate" or "tenth" => Fraction(language, number, format),
            _ => number.ToString("N0", language.Culture),
        };

    private static string Fraction(PageLanguage language, decimal number, string? format) =>
        format switch
        {
            "percent" => (number * 100).ToString("#,0.#", language.Culture) + "\u00A0%",
            "code" => number.ToString(CultureInfo.InvariantCulture),
            "money" => decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("#,0.00", language.Culture),
            "rate" => number.ToString("#,0.00##", language.Culture),
            "tenth" => decimal.Round(number, 1, MidpointRounding.AwayFromZero).ToString("#,0.0", language.Culture),
            null => number.ToString("#,0.##", language.Culture),
            _ => number.ToString(format, language.Culture),
        };
}

using System.Globalization;

namespace Plus.Web.Language;

/// <summary>The two languages of the pages. Latvian is the default; English is complete.</summary>
public sealed class PageLanguage
{
    /// <summary>Latvian (lv-LV): dates 17.04.2026, decimal comma, no-break space between thousands.</summary>
    public static readonly PageLanguage Latvian = new("lv", MakeLatvian());

    /// <summary>English (en-GB): dates 17 Apr 2026, decimal point, comma between thousands.</summary>
    public static readonly PageLanguage English = new("en", MakeEnglish());

    /// <summary>All languages, the default first.</summary>
    public static readonly IReadOnlyList<PageLanguage> All = [Latvian, English];

    private PageLanguage(string code, CultureInfo culture)
    {
        Code = code;
        Culture = CultureInfo.ReadOnly(culture);
    }

    /// <summary>Two-letter code: <c>lv</c> or <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>The culture numbers and dates are written in.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language of the running request, from the current UI culture.</summary>
    public static PageLanguage Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Latvian;

    /// <summary>The language with this code, or null.</summary>
    public static PageLanguage? Of(string? code) =>
        code switch
        {
            "lv" => Latvian,
            "en" => English,
            _ => null,
        };

    private static CultureInfo MakeLatvian()
    {
        var culture = new CultureInfo("lv-LV");
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongDatePattern = "yyyy. 'gada' d. MMMM";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00A0";
        culture.NumberFormat.NegativeSign = "-";
        return culture;
    }

    private static CultureInfo MakeEnglish()
    {
        var culture = new CultureInfo("en-GB");
        culture.DateTimeFormat.ShortDatePattern = "d MMM yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongDatePattern = "d MMMM yyyy";
        culture.NumberFormat.NumberDecimalSeparator = ".";
        culture.NumberFormat.NumberGroupSeparator = ",";
        culture.NumberFormat.NegativeSign = "-";
        return culture;
    }
}

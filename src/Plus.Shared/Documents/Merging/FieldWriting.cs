using System.Globalization;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Grammar;

namespace Plus.Shared.Documents.Merging;

/// <summary>Values as they stand in a document, in its language and in the case that its sentence wants.</summary>
public static class FieldWriting
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<string, LatvianCase> Cases = new(StringComparer.Ordinal)
    {
        ["nom"] = LatvianCase.Nominative,
        ["gen"] = LatvianCase.Genitive,
        ["dat"] = LatvianCase.Dative,
        ["acc"] = LatvianCase.Accusative,
        ["loc"] = LatvianCase.Locative,
    };

    /// <summary>The formats that a type takes; none of them is asked for by a tag without a colon.</summary>
    public static IReadOnlyCollection<string> Formats(FieldType type) =>
        type switch
        {
            FieldType.Date or FieldType.Name => Cases.Keys,
            FieldType.Number => ["words", "wordsFem"],
            FieldType.Hours => ["hours", "words"],
            FieldType.Text => ["upper"],
            _ => [],
        };

    /// <param name="language">lv or en.</param>
    public static string Write(object? value, string? format, string language) =>
        value switch
        {
            null => "",
            DateOnly day => Day(day, format, language),
            NameValue name => language == "lv" && format is not null && Cases.TryGetValue(format, out var form)
                ? name.In(form)
                : $"{name.Given} {name.Surname}".Trim(),
            InstitutionValue institution => language == "lv"
            && format is not null
            && Cases.TryGetValue(format, out var bent)
                ? institution.In(bent)
                : institution.Name,
            TimeSpan time => Hours((int)time.TotalMinutes, format, language),
            int number
                when format is "words" or "wordsFem"
                    && language == "lv"
                    && number is >= 0 and <= LatvianNumbers.Largest => LatvianNumbers.InWords(
                number,
                feminine: format == "wordsFem"
            ),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            string text when format == "upper" => text.ToUpper(CultureInfo.GetCultureInfo("lv-LV")),
            _ => value.ToString() ?? "",
        };

    /// <summary>Whether a condition on the value holds: a flag that is set, anything else that is there.</summary>
    public static bool Holds(object? value) =>
        value switch
        {
            null => false,
            bool flag => flag,
            string text => text.Length > 0,
            System.Collections.ICollection rows => rows.Count > 0,
            _ => true,
        };

    private static string Day(DateOnly day, string? format, string language)
    {
        if (format is null || !Cases.TryGetValue(format, out var form))
        {
            return day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        }

        return language == "lv" ? LatvianDates.InWords(day, form) : day.ToString("d MMMM yyyy", English);
    }

    private static string Hours(int minutes, string? format, string language)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        if (format is null)
        {
            return rest == 0
                ? hours.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{hours}:{rest:00}");
        }

        if (language != "lv")
        {
            return rest == 0 ? $"{hours} {(hours == 1 ? "hour" : "hours")}" : $"{hours} h {rest} min";
        }

        return format == "words" && rest == 0
            ? LatvianNumbers.InWords(Math.Min(hours, LatvianNumbers.Largest), feminine: true)
            : LatvianNumbers.Hours(minutes);
    }
}

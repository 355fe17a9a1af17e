using System.Globalization;

namespace Plus.Shared.Documents.Grammar;

/// <summary>Days in words, in the case that the sentence wants: 2026. gada 1. aprīlis, ... 1. aprīlī.</summary>
public static class LatvianDates
{
    private static readonly string[] Stems =
    [
        "janvār",
        "februār",
        "mart",
        "aprīl",
        "maij",
        "jūnij",
        "jūlij",
        "august",
        "septembr",
        "oktobr",
        "novembr",
        "decembr",
    ];

    /// <summary>The day with its year.</summary>
    public static string InWords(DateOnly day, LatvianCase form) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}. gada {day.Day}. {Month(day.Month, form)}");

    /// <summary>The name of a month in a case. Names on -s are of the first, those on -is of the second declension.</summary>
    public static string Month(int month, LatvianCase form)
    {
        var stem = Stems[month - 1];
        // marts, maijs, jūnijs, jūlijs and augusts are of the first declension: nothing softens.
        var first = month is 3 or 5 or 6 or 7 or 8;
        return form switch
        {
            LatvianCase.Nominative => stem + (first ? "s" : "is"),
            LatvianCase.Genitive => (first ? stem : Softened(stem)) + "a",
            LatvianCase.Dative => stem + (first ? "am" : "im"),
            LatvianCase.Accusative => stem + (first ? "u" : "i"),
            _ => stem + (first ? "ā" : "ī"),
        };
    }

    // aprīlis, aprīļa; r does not soften: janvāra, septembra.
    private static string Softened(string stem) => stem.EndsWith('l') ? stem[..^1] + "ļ" : stem;
}

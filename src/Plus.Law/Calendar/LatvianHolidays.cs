namespace Plus.Law.Calendar;

/// <summary>Public holidays by the law "Par svētku, atceres un atzīmējamām dienām": fixed days, Easter, Mothers' Day,
/// 4 May (from 2008) and 18 November (from 2007) that move to Monday when they fall on a weekend, and one-off days.
/// Whit Sunday is left out: it is always a Sunday.</summary>
public static class LatvianHolidays
{
    private const int FirstYearOfChristmasEve = 2007;
    private const int FirstYearOf4MayMoving = 2008;
    private const int FirstYearOf18NovemberMoving = 2007;

    private static readonly (DateOnly Day, string NameCode)[] OneOff =
    [
        (new DateOnly(2018, 7, 9), "song_and_dance_festival"),
        (new DateOnly(2018, 9, 24), "papal_visit"),
        (new DateOnly(2023, 5, 29), "hockey_bronze"),
        (new DateOnly(2023, 7, 10), "song_and_dance_festival"),
    ];

    /// <summary>The year's holidays in order of day, those on weekends too. A day bearing two holidays appears once,
    /// under the fixed holiday's name.</summary>
    public static IReadOnlyList<(DateOnly Day, string NameCode)> Of(int year)
    {
        var easter = Easter.Sunday(year);
        var all = new List<(DateOnly Day, string NameCode)>
        {
            (new DateOnly(year, 1, 1), "new_year"),
            (new DateOnly(year, 5, 1), "labour_day"),
            (new DateOnly(year, 5, 4), "independence_restoration"),
            (new DateOnly(year, 6, 23), "ligo_day"),
            (new DateOnly(year, 6, 24), "jani_day"),
            (new DateOnly(year, 11, 18), "proclamation_day"),
            (new DateOnly(year, 12, 25), "christmas"),
            (new DateOnly(year, 12, 26), "second_christmas"),
            (new DateOnly(year, 12, 31), "new_years_eve"),
            (easter.AddDays(-2), "good_friday"),
            (easter, "easter"),
            (easter.AddDays(1), "easter_monday"),
            (SecondSundayOfMay(year), "mothers_day"),
        };
        if (year >= FirstYearOfChristmasEve)
        {
            all.Add((new DateOnly(year, 12, 24), "christmas_eve"));
        }
        if (year >= FirstYearOf4MayMoving)
        {
            AddMonday(all, new DateOnly(year, 5, 4), "independence_restoration_moved");
        }
        if (year >= FirstYearOf18NovemberMoving)
        {
            AddMonday(all, new DateOnly(year, 11, 18), "proclamation_day_moved");
        }
        all.AddRange(OneOff.Where(h => h.Day.Year == year));
        return [.. all.DistinctBy(h => h.Day).OrderBy(h => h.Day)];
    }

    private static DateOnly SecondSundayOfMay(int year)
    {
        var first = new DateOnly(year, 5, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7);
    }

    private static void AddMonday(List<(DateOnly Day, string NameCode)> all, DateOnly holiday, string nameCode)
    {
        var days = holiday.DayOfWeek switch
        {
            DayOfWeek.Saturday => 2,
            DayOfWeek.Sunday => 1,
            _ => 0,
        };
        if (days > 0)
        {
            all.Add((holiday.AddDays(days), nameCode));
        }
    }
}

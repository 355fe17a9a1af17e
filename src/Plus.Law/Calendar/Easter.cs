namespace Plus.Law.Calendar;

/// <summary>Western Easter Sunday by the anonymous Gregorian algorithm.</summary>
public static class Easter
{
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moonCorrection = (century + 8) / 25;
        var epact = (19 * golden + century - century / 4 - (century - moonCorrection + 1) / 3 + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var monthAndDay = epact + toSunday - 7 * late + 114;
        return new DateOnly(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}

namespace Plus.Law.Identity;

/// <summary>Age in full years.</summary>
public static class PersonAge
{
    /// <summary>Full years on a day; a year is full on the birthday itself, and for those born on 29 February on 1 March
    /// of a common year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the birth.</exception>
    public static int AgeOn(DateOnly birth, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, birth);
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>As <see cref="AgeOn"/>, but null when the birth date is unknown or lies after the day.</summary>
    public static int? AgeOrNull(DateOnly? birth, DateOnly day) =>
        birth is { } born && born <= day ? AgeOn(born, day) : null;
}

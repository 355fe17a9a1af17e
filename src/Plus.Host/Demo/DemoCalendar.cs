using Plus.Law.Calendar;

namespace Plus.Host.Demo;

/// <summary>The working calendar, looked up often.</summary>
internal sealed class DemoCalendar
{
    private static readonly DateOnly First = new(WorkingCalendar.FirstYear, 1, 1);
    private readonly bool[] working;

    public DemoCalendar(WorkingCalendar calendar)
    {
        var days = new DateOnly(WorkingCalendar.LastYear, 12, 31).DayNumber - First.DayNumber + 1;
        working = [.. Enumerable.Range(0, days).Select(i => calendar.IsWorkingDay(First.AddDays(i)))];
    }

    /// <summary>Before the calendar begins every weekday is a working day.</summary>
    public bool IsWorking(DateOnly day) =>
        day < First
            ? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            : working[day.DayNumber - First.DayNumber];

    /// <summary>The day itself, or the nearest working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself, or the nearest working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var i = 0; i < workingDays; i++)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }
}

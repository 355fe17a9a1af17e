namespace Plus.Host.Demo.Plan;

/// <summary>On which days a client can work and how long: within the limits of the law for what the client does.</summary>
internal sealed class WorkDays(DemoCalendar calendar, DemoRandom chance)
{
    private const int ChildHoursOfWeek = 8;

    /// <summary>Hours on a day on which the client comes.</summary>
    public int HoursOn(DemoRecord record, DateOnly day) =>
        record.WorkStatus switch
        {
            "basicEducation" => 2,
            "neither" => chance.Percent(50) ? 8 : 6,
            _ => !calendar.IsWorking(day) ? 8
            : record.Consents ? 4
            : 2,
        };

    /// <summary>The next day on which the client comes; a child four days a week at most.</summary>
    public DateOnly Next(DemoRecord record, DateOnly after)
    {
        var day = calendar.OnOrAfter(after.AddDays(chance.Between(1, 3)));
        if (record.WorkStatus != "basicEducation")
        {
            return day;
        }

        while (OfWeek(record, day) + 2 > ChildHoursOfWeek)
        {
            day = calendar.OnOrAfter(Monday(day).AddDays(7));
        }

        return day;
    }

    /// <summary>Works from a day on until the hours are done or the last day has come; gives the hours left.</summary>
    public int Work(DemoRecord record, DateOnly from, DateOnly last, int hours)
    {
        var day = Next(record, from.AddDays(-1));
        while (hours > 0 && day <= last)
        {
            var now = Math.Min(hours, HoursOn(record, day));
            record.Hours.Add((day, now));
            hours -= now;
            day = Next(record, day);
        }

        return hours;
    }

    private static int OfWeek(DemoRecord record, DateOnly day) =>
        record.Hours.Where(h => Monday(h.Day) == Monday(day)).Sum(h => h.Hours);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

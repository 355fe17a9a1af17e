using Plus.Law.Calendar;

namespace Plus.Law.Deadlines;

/// <summary>Counts a deadline. First day = the day after the event; working days skip days off; a term in calendar days
/// or months that ends on a day off moves to the next working day where the rule says so.</summary>
public static class DeadlineCalculator
{
    /// <exception cref="CalendarOutOfRangeException">The count leaves the years the calendar holds.</exception>
    public static Deadline Compute(DeadlineRule rule, DateOnly? start, WorkingCalendar calendar)
    {
        if (start is not { } startOn)
        {
            return new Deadline(null, null, null, rule, [], 0);
        }
        if (rule.Count < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule.Count, "A deadline never counts backwards.");
        }
        return rule.Unit switch
        {
            CountUnit.WorkingDays => InWorkingDays(rule, startOn, calendar),
            CountUnit.CalendarDays => Ending(rule, startOn, startOn.AddDays(rule.Count), calendar),
            CountUnit.Months => Ending(rule, startOn, startOn.AddMonths(rule.Count), calendar),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Unit, "Unknown unit."),
        };
    }

    private static Deadline InWorkingDays(DeadlineRule rule, DateOnly startOn, WorkingCalendar calendar)
    {
        var off = new DaysOff();
        var day = startOn;
        for (var counted = 0; counted < rule.Count; )
        {
            day = day.AddDays(1);
            var explanation = calendar.Explain(day);
            if (explanation.IsWorking)
            {
                counted++;
            }
            else
            {
                off.Add(explanation);
            }
        }
        return new Deadline(day, day, startOn, rule, off.Named, off.WeekendDays);
    }

    private static Deadline Ending(DeadlineRule rule, DateOnly startOn, DateOnly rawEnd, WorkingCalendar calendar)
    {
        var off = new DaysOff();
        var day = rawEnd;
        var explanation = calendar.Explain(day);
        while (rule.EndOnDayOff == EndOnDayOff.MovesToNextWorkingDay && !explanation.IsWorking)
        {
            off.Add(explanation);
            day = day.AddDays(1);
            explanation = calendar.Explain(day);
        }
        return new Deadline(day, rawEnd, startOn, rule, off.Named, off.WeekendDays);
    }

    private sealed class DaysOff
    {
        public List<SkippedDay> Named { get; } = [];

        public int WeekendDays { get; private set; }

        public void Add(DayExplanation day)
        {
            if (day.Status == DayStatus.Weekend)
            {
                WeekendDays++;
            }
            else
            {
                Named.Add(new SkippedDay(day.Day, day.NameCode ?? "day_off"));
            }
        }
    }
}

using System.Collections.Frozen;

namespace Plus.Law.Calendar;

/// <summary>The Latvian working calendar of 2005 to 2035: Monday to Friday without public holidays, overruled day by day
/// by <see cref="CalendarException"/>s (government transfers, days added later). A day outside those years is refused
/// with <see cref="CalendarOutOfRangeException"/>. Immutable; safe to share.</summary>
public sealed class WorkingCalendar
{
    public const int FirstYear = 2005;
    public const int LastYear = 2035;

    private static readonly FrozenDictionary<DateOnly, string> BuiltIn = Enumerable
        .Range(FirstYear, LastYear - FirstYear + 1)
        .SelectMany(LatvianHolidays.Of)
        .ToFrozenDictionary(h => h.Day, h => h.NameCode);

    private readonly FrozenDictionary<DateOnly, CalendarException> _exceptions;

    /// <param name="exceptions">At most one a day; each within the years held.</param>
    /// <exception cref="ArgumentException">Two exceptions for one day.</exception>
    public WorkingCalendar(IEnumerable<CalendarException>? exceptions = null)
    {
        var byDay = new Dictionary<DateOnly, CalendarException>();
        foreach (var exception in exceptions ?? [])
        {
            MustBeHeld(exception.Day);
            if (!byDay.TryAdd(exception.Day, exception))
            {
                throw new ArgumentException($"Two calendar exceptions for {exception.Day:O}.", nameof(exceptions));
            }
        }
        _exceptions = byDay.ToFrozenDictionary();
    }

    /// <summary>The calendar without any exception.</summary>
    public static WorkingCalendar Standard { get; } = new();

    public static bool Holds(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    public bool IsWorkingDay(DateOnly day) => Explain(day).IsWorking;

    /// <summary>Why the day is off, or that it is worked.</summary>
    public DayExplanation Explain(DateOnly day)
    {
        MustBeHeld(day);
        if (_exceptions.TryGetValue(day, out var exception))
        {
            var status = exception.Kind switch
            {
                CalendarDayKind.Holiday => DayStatus.Holiday,
                CalendarDayKind.TransferredOff => DayStatus.TransferredOff,
                CalendarDayKind.TransferredWork => DayStatus.TransferredWork,
                _ => throw new ArgumentOutOfRangeException(nameof(day), exception.Kind, "Unknown kind of day."),
            };
            return new DayExplanation(day, status, exception.NameCode);
        }
        if (BuiltIn.TryGetValue(day, out var holiday))
        {
            return new DayExplanation(day, DayStatus.Holiday, holiday);
        }
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? new DayExplanation(day, DayStatus.Weekend, "weekend")
            : new DayExplanation(day, DayStatus.Working, null);
    }

    /// <summary>The day itself when worked, else the next worked day.</summary>
    public DateOnly WorkingDayOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>Working days from the first to the last day, both counted.</summary>
    public int CountWorkingDays(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    private static void MustBeHeld(DateOnly day)
    {
        if (!Holds(day))
        {
            throw new CalendarOutOfRangeException(day);
        }
    }
}

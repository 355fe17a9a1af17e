using System.Globalization;

namespace Plus.Law.Calendar;

/// <summary>A day outside the years the calendar holds was asked for: no legal date is guessed.</summary>
public sealed class CalendarOutOfRangeException(DateOnly day)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The working calendar holds {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear}; {day:yyyy-MM-dd} is outside."
        )
    )
{
    public DateOnly Day { get; } = day;
}

using Plus.Law.Calendar;
using Plus.Law.Rules;

namespace Plus.Law.Contacts;

/// <summary>How closely a client is met, by the risk that was found; texts <c>law.contact_level.&lt;code&gt;</c>.</summary>
public static class ContactLevel
{
    public const string Low = "low";
    public const string Medium = "medium";
    public const string High = "high";

    public static IReadOnlyList<string> All { get; } = [Low, Medium, High];
}

/// <summary>How often and when next.</summary>
/// <param name="PerMonth">Contacts in thirty days.</param>
/// <param name="NextBy">Day of the next contact at the latest: a working day.</param>
public sealed record ContactNeed(int PerMonth, DateOnly NextBy, Standing Standing);

/// <summary>Contacts by level of risk. No act says how many; the numbers are parameters of the Service.</summary>
public static class ContactFrequency
{
    /// <summary>A month of contacts is thirty days, so that every level has even steps.</summary>
    public const int Days = 30;

    /// <param name="level">One of <see cref="ContactLevel"/>.</param>
    /// <param name="lastOn">Day of the last contact held, or of the beginning when none was.</param>
    public static ContactNeed Next(string level, DateOnly lastOn, LegalParameters parameters, WorkingCalendar calendar)
    {
        var number = Number(level, lastOn, parameters);
        var day = lastOn.AddDays(Days / number.PerMonth);
        while (!calendar.IsWorkingDay(day) && day > lastOn.AddDays(1))
        {
            day = day.AddDays(-1);
        }

        return new ContactNeed(number.PerMonth, calendar.WorkingDayOnOrAfter(day), number.Standing);
    }

    /// <summary>Whether fewer contacts were held in the thirty days up to a day (included) than the level asks.</summary>
    /// <param name="from">First day on which the level held: a shorter time asks for fewer, whole ones only.</param>
    public static bool Below(string level, DateOnly from, DateOnly today, int held, LegalParameters parameters) =>
        held < Wanted(level, from, today, parameters);

    /// <summary>Contacts wanted in the thirty days up to a day, or in the shorter time since the level holds.</summary>
    public static int Wanted(string level, DateOnly from, DateOnly today, LegalParameters parameters)
    {
        var days = Math.Clamp(today.DayNumber - from.DayNumber + 1, 0, Days);
        return Number(level, today, parameters).PerMonth * days / Days;
    }

    private static (int PerMonth, Standing Standing) Number(string level, DateOnly on, LegalParameters parameters)
    {
        var code = level switch
        {
            ContactLevel.Low => ParameterCodes.ContactsPerMonthLow,
            ContactLevel.Medium => ParameterCodes.ContactsPerMonthMedium,
            ContactLevel.High => ParameterCodes.ContactsPerMonthHigh,
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
        };
        var held = parameters.Get(code, on);
        return held.WholeNumber is > 0 and <= Days
            ? (held.WholeNumber, held.Standing)
            : throw new LegalParameterException(code, on, "is not a number from 1 to 30");
    }
}

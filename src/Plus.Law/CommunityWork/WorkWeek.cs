using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>One week, Monday to Sunday, against the weekly minimum. Whole minutes.</summary>
/// <param name="ActiveDays">Days of the week on which the section ran: from registration to closing, suspensions left
/// out.</param>
/// <param name="RequiredMinutes">The minimum in proportion to the active days, never more than was left to serve when the
/// week began.</param>
public sealed record WeekCheck(
    DateOnly Monday,
    int ActiveDays,
    int RequiredMinutes,
    int CreditedMinutes,
    LegalSource Source
)
{
    public DateOnly Sunday => Monday.AddDays(6);

    public int MissingMinutes => Math.Max(0, RequiredMinutes - CreditedMinutes);

    public bool IsBelowMinimum => MissingMinutes > 0;
}

/// <summary>The weekly minimum of community work (LSIK 136: 12 hours; unverified wording).</summary>
public static class WorkWeek
{
    private const int DaysOfWeek = 7;

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfWeek));

    /// <summary>
    /// The week of a day. A child is never asked for more than the weekly limit of children lets them work; the limit
    /// holds for the week when it holds on its first day.
    /// </summary>
    public static WeekCheck Check(DateOnly anyDayOfWeek, HoursFacts facts, LegalParameters parameters)
    {
        var monday = MondayOf(anyDayOfWeek);
        var rule = parameters.Get(ParameterCodes.WeeklyMinimumHours, monday);
        var active = 0;
        for (var i = 0; i < DaysOfWeek; i++)
        {
            active += RunsOn(facts, monday.AddDays(i)) ? 1 : 0;
        }
        var minimum = Math.Min(rule.Minutes, MostOfAChild(monday, facts, parameters)) * active / DaysOfWeek;
        var before = facts.Entries.Where(e => e.Day < monday).Sum(e => e.CreditedMinutes);
        var credited = facts.Entries.Where(e => MondayOf(e.Day) == monday).Sum(e => e.CreditedMinutes);
        var required = Math.Min(minimum, Math.Max(0, facts.ImposedMinutes - before));
        return new WeekCheck(monday, active, required, credited, rule.LegalSource);
    }

    private static int MostOfAChild(DateOnly monday, HoursFacts facts, LegalParameters parameters) =>
        monday <= facts.ChildUntil ? parameters.Get(ParameterCodes.ChildWeeklyHours, monday).Minutes : int.MaxValue;

    private static bool RunsOn(HoursFacts facts, DateOnly day) =>
        facts.RegisteredOn <= day
        && (facts.ClosedOn is not { } closed || day <= closed)
        && !facts.Suspensions.Any(s => s.Covers(day));
}

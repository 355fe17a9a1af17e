using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>Weeks of a plan in which less is planned than the law asks at least.</summary>
internal static class WeekMinimum
{
    /// <summary>The week that begins on a Monday when too little is planned in it, with the article; null when enough is.</summary>
    public static (ShortWeek Week, LegalSource Source)? Of(
        ScheduleRequest request,
        IReadOnlyCollection<PlannedWork> planned,
        DateOnly monday,
        LegalParameters parameters
    )
    {
        if (request.RegularWorkNotAvailable)
        {
            return null;
        }

        var left = ScheduleGenerator.Remainder(request.Facts) - planned.Where(d => d.Day < monday).Sum(d => d.Minutes);
        var here = planned.Where(d => WorkWeek.MondayOf(d.Day) == monday).Sum(d => d.Minutes);
        var limit = HoursRules.WeeklyLimit(new ProposedHours(monday, 1, request.StatusOn(monday)), parameters);
        var facts = request.Facts with { ChildUntil = limit is null ? null : monday };
        var check = WorkWeek.Check(monday, facts, parameters);
        var required = Math.Min(check.RequiredMinutes, check.CreditedMinutes + Math.Max(0, left));
        var reached = here + check.CreditedMinutes;
        return reached < required ? (new ShortWeek(monday, reached, required, false), check.Source) : null;
    }
}

using Plus.Law.Calendar;
using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>What a schedule is made from. Whole minutes; days included at both ends.</summary>
/// <param name="Facts">The section with what was credited and adjusted so far; hours that wait for entry are in it too.</param>
/// <param name="From">First day that may be planned.</param>
/// <param name="Until">Last day that may be planned; null for no end.</param>
/// <param name="StatusOn">What the client does on a day.</param>
/// <param name="PlacesOn">Places left for one more on a day.</param>
/// <param name="WeeklyMinutes">How much is to be worked in a week; what the law asks at least is always aimed at.</param>
public sealed record ScheduleRequest(
    HoursFacts Facts,
    DateOnly From,
    DateOnly? Until,
    FreeHours Free,
    Func<DateOnly, ClientWorkStatus> StatusOn,
    bool ConsentToLongerDay,
    bool RegularWorkNotAvailable,
    Func<DateOnly, int> PlacesOn,
    int WeeklyMinutes
);

/// <summary>Work planned on one day, beginning at a minute of the day.</summary>
public sealed record PlannedWork(DateOnly Day, int Start, int Minutes);

/// <summary>A week in which less can be planned than the minimum asks, and whether places are what is missing.</summary>
public sealed record ShortWeek(DateOnly Monday, int PlannedMinutes, int RequiredMinutes, bool ForWantOfPlaces);

/// <summary>The remaining amount day by day.</summary>
/// <param name="UnplannedMinutes">What found no day; the days' minutes and this make up the remainder.</param>
/// <param name="EndsOn">The day on which the work ends by this schedule; null when something is left unplanned.</param>
public sealed record Schedule(
    IReadOnlyList<PlannedWork> Days,
    int UnplannedMinutes,
    IReadOnlyList<ShortWeek> ShortWeeks,
    DateOnly? EndsOn
);

/// <summary>
/// Lays the remaining hours out over the client's free hours: no day over its limit, no week of a child over its own, at
/// least the weekly minimum where days and places allow (LSIK 136; unverified wording), nothing in a suspension, one
/// stretch a day.
/// </summary>
public static class ScheduleGenerator
{
    private const int MostWeeks = 156;
    private const int MostEmptyWeeks = 26;

    // A shorter stretch is not worth the way, except to end with.
    private const int Least = 60;

    public static Schedule Generate(ScheduleRequest request, WorkingCalendar calendar, LegalParameters parameters)
    {
        var left = Remainder(request.Facts);
        var days = new List<PlannedWork>();
        var shortWeeks = new List<ShortWeek>();
        var empty = 0;
        var monday = WorkWeek.MondayOf(request.From);
        for (var week = 0; week < MostWeeks && left > 0 && empty < MostEmptyWeeks; week++, monday = monday.AddDays(7))
        {
            if (monday > request.Until)
            {
                break;
            }
            var planned = Week(request, monday, left, calendar, parameters, out var wantsPlaces);
            days.AddRange(planned);
            var minutes = planned.Sum(d => d.Minutes);
            left -= minutes;
            empty = minutes == 0 ? empty + 1 : 0;
            var required = Required(request, monday, minutes + left, parameters);
            var credited = request
                .Facts.Entries.Where(e => WorkWeek.MondayOf(e.Day) == monday)
                .Sum(e => e.CreditedMinutes);
            if (minutes + credited < required)
            {
                shortWeeks.Add(new ShortWeek(monday, minutes + credited, required, wantsPlaces));
            }
        }
        return new Schedule(days, left, shortWeeks, left == 0 && days.Count > 0 ? days[^1].Day : null);
    }

    /// <summary>What is left to plan.</summary>
    public static int Remainder(HoursFacts facts) =>
        HoursBalance.Of(facts.ImposedMinutes, facts.Entries, facts.AdjustedMinutes).RemainingMinutes;

    /// <summary>Whether a day may be planned so by hand, beside the other days planned.</summary>
    public static Verdict Judge(
        ScheduleRequest request,
        IEnumerable<PlannedWork> others,
        PlannedWork day,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        var facts = request.Facts with
        {
            Entries =
            [
                .. request.Facts.Entries,
                .. others.Where(o => o.Day != day.Day).Select(o => new HoursEntry(o.Day, o.Minutes)),
            ],
        };
        var decision = HoursRules.Judge(facts, Proposed(request, day.Day, day.Minutes), day.Day, calendar, parameters);
        if (decision.Verdict is Verdict.Refused refused)
        {
            // What is planned is not served yet, and the words must not say so.
            return
                refused.ReasonCode == ReasonCodes.ImposedAmountAlreadyServed
                && Remainder(request.Facts) is > 0 and var left
                ? Verdict.Refuse(ReasonCodes.PlannedEverything, null, ("leftMinutes", left))
                : refused;
        }
        if (decision.PartRefusedBecause is { } over)
        {
            return over;
        }
        if (day.Day < request.From || day.Day > request.Until)
        {
            return Verdict.Refuse(ReasonCodes.PlannedOutsidePlacement, null, ("day", day.Day));
        }
        if (!request.Free.Holds(day.Day, day.Start, day.Minutes))
        {
            return Verdict.Refuse(ReasonCodes.PlannedOutsideFreeHours, null, ("day", day.Day));
        }
        return request.PlacesOn(day.Day) > 0
            ? Verdict.Allow()
            : Verdict.Refuse(ReasonCodes.PlannedWithoutPlace, null, ("day", day.Day));
    }

    private static List<PlannedWork> Week(
        ScheduleRequest request,
        DateOnly monday,
        int left,
        WorkingCalendar calendar,
        LegalParameters parameters,
        out bool wantsPlaces
    )
    {
        wantsPlaces = false;
        var entries = request.Facts.Entries.Where(e => WorkWeek.MondayOf(e.Day) == monday).ToList();
        var target = Math.Max(request.WeeklyMinutes, parameters.Get(ParameterCodes.WeeklyMinimumHours, monday).Minutes);
        target = Math.Min(left, target - Math.Min(target, entries.Sum(e => e.CreditedMinutes)));
        var planned = new List<PlannedWork>();
        for (var i = 0; i < 7 && target > 0; i++)
        {
            var day = monday.AddDays(i);
            if (!Runs(request, day) || request.Free.LongestOn(day) is not { } span || entries.Exists(e => e.Day == day))
            {
                continue;
            }
            var most = Math.Min(
                span.Minutes,
                HoursRules.DailyLimit(Proposed(request, day, 1), calendar, parameters).Minutes
            );
            if (HoursRules.WeeklyLimit(Proposed(request, day, 1), parameters) is { } weekly)
            {
                most = Math.Min(most, weekly - entries.Sum(e => e.CreditedMinutes) - planned.Sum(p => p.Minutes));
            }
            var minutes = Math.Min(most, target);
            if (minutes < Math.Min(Least, left) || minutes <= 0)
            {
                continue;
            }
            if (request.PlacesOn(day) <= 0)
            {
                wantsPlaces = true;
                continue;
            }
            planned.Add(new PlannedWork(day, span.From, minutes));
            target -= minutes;
        }
        return planned;
    }

    private static int Required(ScheduleRequest request, DateOnly monday, int left, LegalParameters parameters)
    {
        if (request.RegularWorkNotAvailable)
        {
            return 0;
        }
        var weekly = HoursRules.WeeklyLimit(Proposed(request, monday, 1), parameters);
        // Days before the first that may be planned are not asked for.
        var facts = request.Facts with
        {
            RegisteredOn = Later(request.Facts.RegisteredOn, request.From),
            ChildUntil = weekly is null ? null : monday,
        };
        return Math.Min(left, WorkWeek.Check(monday, facts, parameters).RequiredMinutes);
    }

    private static bool Runs(ScheduleRequest request, DateOnly day) =>
        request.From <= day
        && (request.Until is not { } until || day <= until)
        && request.Facts.RegisteredOn <= day
        && (request.Facts.ClosedOn is not { } closed || day <= closed)
        && !request.Facts.Suspensions.Any(s => s.Covers(day));

    private static ProposedHours Proposed(ScheduleRequest request, DateOnly day, int minutes) =>
        new(day, minutes, request.StatusOn(day), request.ConsentToLongerDay);

    private static DateOnly? Later(DateOnly? one, DateOnly other) =>
        one is null ? null
        : one > other ? one
        : other;
}

using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.CommunityWork;

/// <summary>A section of community work as the hours rules need it. Whole minutes; days included at both ends.</summary>
/// <param name="Entries">Everything entered so far, the proposed day's other entries too.</param>
public sealed record HoursFacts(
    int ImposedMinutes,
    DateOnly? RegisteredOn,
    DateOnly? ClosedOn,
    IReadOnlyList<Suspension> Suspensions,
    IReadOnlyList<HoursEntry> Entries
)
{
    /// <summary>Last day on which the limits of a child hold for the client; null when they hold on no day.</summary>
    public DateOnly? ChildUntil { get; init; }
}

/// <summary>Work of one day put forward for entry.</summary>
/// <param name="Status">What the client does on that day.</param>
/// <param name="ConsentToLongerDay">The client agreed to work longer on working days.</param>
/// <param name="SchoolYear">The day lies in the school year.</param>
public sealed record ProposedHours(
    DateOnly Day,
    int WorkedMinutes,
    ClientWorkStatus Status,
    bool ConsentToLongerDay = false,
    bool SchoolYear = true
);

/// <summary>The law's answer. Worked = credited + refused. When the entry is refused nothing is credited; an allowed entry
/// can be refused in part, and <paramref name="PartRefusedBecause"/> says why.</summary>
public sealed record HoursDecision(
    Verdict Verdict,
    int CreditedMinutes,
    int RefusedMinutes,
    Verdict.Refused? PartRefusedBecause
);

/// <summary>Whether hours of community work may be credited: within the running time of the section, the limits of the day
/// and of the week, and never above the imposed amount (LSIK 136; the wording is older than 2022 and unverified).</summary>
public static class HoursRules
{
    private const int MinutesOfDay = 24 * 60;

    public static HoursDecision Judge(
        HoursFacts facts,
        ProposedHours proposed,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        var refusal =
            AgainstTheTime(facts, proposed, today)
            ?? AgainstTheDay(facts, proposed, calendar, parameters)
            ?? AgainstTheWeek(facts, proposed, parameters);
        if (refusal is not null)
        {
            return new HoursDecision(refusal, 0, Math.Max(0, proposed.WorkedMinutes), null);
        }
        return AgainstTheAmount(facts, proposed);
    }

    /// <summary>How many minutes may be worked on a day, and by which rule.</summary>
    public static (int Minutes, LegalParameter Rule) DailyLimit(
        ProposedHours proposed,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        var day = proposed.Day;
        var code =
            ChildLimitsApply(proposed, parameters) ? ParameterCodes.ChildDailyHours
            : proposed.Status == ClientWorkStatus.Neither ? ParameterCodes.DailyHoursWithoutWorkOrStudies
            : !calendar.IsWorkingDay(day) ? ParameterCodes.DailyHoursOnDayOff
            : proposed.ConsentToLongerDay ? ParameterCodes.DailyHoursWithConsent
            : ParameterCodes.DailyHours;
        var rule = parameters.Get(code, day);
        return (rule.Minutes, rule);
    }

    private static Verdict.Refused? AgainstTheTime(HoursFacts facts, ProposedHours proposed, DateOnly today)
    {
        var day = proposed.Day;
        if (proposed.WorkedMinutes <= 0)
        {
            return Verdict.Refuse(ReasonCodes.HoursNotPositive, null);
        }
        if (proposed.WorkedMinutes > MinutesOfDay)
        {
            return Verdict.Refuse(ReasonCodes.HoursOverWholeDay, null);
        }
        if (day > today)
        {
            return Verdict.Refuse(ReasonCodes.HoursInFuture, null, ("day", day), ("today", today));
        }
        if (facts.RegisteredOn is not { } registeredOn)
        {
            return Verdict.Refuse(ReasonCodes.HoursWithoutRegistration, null);
        }
        if (day < registeredOn)
        {
            return Verdict.Refuse(
                ReasonCodes.HoursBeforeRegistration,
                null,
                ("day", day),
                ("registeredOn", registeredOn)
            );
        }
        if (facts.ClosedOn is { } closedOn && day > closedOn)
        {
            return Verdict.Refuse(ReasonCodes.HoursAfterClosing, null, ("day", day), ("closedOn", closedOn));
        }
        var suspension = facts.Suspensions.FirstOrDefault(s => s.Covers(day));
        return suspension is null
            ? null
            : Verdict.Refuse(ReasonCodes.HoursDuringSuspension, null, ("day", day), ("from", suspension.From));
    }

    private static Verdict.Refused? AgainstTheDay(
        HoursFacts facts,
        ProposedHours proposed,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        var (limit, rule) = DailyLimit(proposed, calendar, parameters);
        var already = facts.Entries.Where(e => e.Day == proposed.Day).Sum(e => e.CreditedMinutes);
        if (already + proposed.WorkedMinutes <= limit)
        {
            return null;
        }
        var consentWouldDo =
            rule.Code == ParameterCodes.DailyHours
            && already + proposed.WorkedMinutes
                <= parameters.Get(ParameterCodes.DailyHoursWithConsent, proposed.Day).Minutes;
        return Verdict.Refuse(
            consentWouldDo ? ReasonCodes.HoursOverDailyLimitConsentMissing : ReasonCodes.HoursOverDailyLimit,
            rule.LegalSource,
            ("day", proposed.Day),
            ("limitMinutes", limit),
            ("alreadyMinutes", already),
            ("leftMinutes", Math.Max(0, limit - already))
        );
    }

    private static Verdict.Refused? AgainstTheWeek(HoursFacts facts, ProposedHours proposed, LegalParameters parameters)
    {
        if (!ChildLimitsApply(proposed, parameters))
        {
            return null;
        }
        var rule = parameters.Get(ParameterCodes.ChildWeeklyHours, proposed.Day);
        var monday = WorkWeek.MondayOf(proposed.Day);
        var already = facts.Entries.Where(e => WorkWeek.MondayOf(e.Day) == monday).Sum(e => e.CreditedMinutes);
        return already + proposed.WorkedMinutes <= rule.Minutes
            ? null
            : Verdict.Refuse(
                ReasonCodes.HoursOverWeeklyLimit,
                rule.LegalSource,
                ("monday", monday),
                ("limitMinutes", rule.Minutes),
                ("alreadyMinutes", already),
                ("leftMinutes", Math.Max(0, rule.Minutes - already))
            );
    }

    private static HoursDecision AgainstTheAmount(HoursFacts facts, ProposedHours proposed)
    {
        var remaining = HoursBalance.Of(facts.ImposedMinutes, facts.Entries).RemainingMinutes;
        if (remaining == 0)
        {
            var served = Verdict.Refuse(
                ReasonCodes.ImposedAmountAlreadyServed,
                null,
                ("imposedMinutes", facts.ImposedMinutes)
            );
            return new HoursDecision(served, 0, proposed.WorkedMinutes, null);
        }
        var credited = Math.Min(remaining, proposed.WorkedMinutes);
        var excess = proposed.WorkedMinutes - credited;
        var because =
            excess == 0
                ? null
                : Verdict.Refuse(
                    ReasonCodes.HoursOverImposedAmount,
                    null,
                    ("imposedMinutes", facts.ImposedMinutes),
                    ("creditedMinutes", credited),
                    ("excessMinutes", excess)
                );
        return new HoursDecision(Verdict.Allow(), credited, excess, because);
    }

    // What the law says of children outside the school year is not known; until it is, the strict limit holds all year.
    private static bool ChildLimitsApply(ProposedHours proposed, LegalParameters parameters) =>
        proposed.Status.IsChildLimited()
        && (proposed.SchoolYear || parameters.Get(ParameterCodes.ChildLimitsAllYear, proposed.Day).IsYes);
}

using Plus.Law.Rules;

namespace Plus.Law.Terms;

/// <summary>Whether the day that bears the same number as the first day still belongs to a term of months.</summary>
public enum TermEndDay
{
    /// <summary>A year from 15.01.2024 has its last day on 15.01.2025.</summary>
    Included,

    /// <summary>A year from 15.01.2024 has its last day on 14.01.2025.</summary>
    NotIncluded,
}

/// <summary>The end of a term and how it came about.</summary>
/// <param name="LastDay">Last day of the term (included); null while a suspension without an end runs.</param>
/// <param name="UnsuspendedLastDay">Last day as if nothing had been suspended.</param>
/// <param name="SuspendedDays">Days by which the end moved; while a suspension runs, those that ended before it.</param>
/// <param name="RemainingDays">Days of the term that are left when the running suspension ends; null if none runs.</param>
public sealed record TermEnd(
    DateOnly StartOn,
    DateOnly? LastDay,
    DateOnly UnsuspendedLastDay,
    int SuspendedDays,
    int? RemainingDays
)
{
    public bool IsSuspendedNow => LastDay is null;
}

/// <summary>Terms of sentences and test periods. A month ends on the day of the same number, or on the last day of a
/// shorter month (31.01 and a month is 28.02 or 29.02). A suspension moves the end by exactly its days within the term; a
/// day covered twice counts once.</summary>
public static class TermCalculator
{
    /// <summary>The end by the parameter of the first day (<c>counting.term_end_day_included</c>).</summary>
    public static TermEnd End(
        DateOnly startOn,
        int months,
        IEnumerable<Suspension> suspensions,
        LegalParameters parameters
    ) =>
        End(
            startOn,
            months,
            suspensions,
            parameters.Get(ParameterCodes.TermEndDayIncluded, startOn).IsYes
                ? TermEndDay.Included
                : TermEndDay.NotIncluded
        );

    public static TermEnd End(DateOnly startOn, int months, IEnumerable<Suspension> suspensions, TermEndDay endDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        var sameNumber = startOn.AddMonths(months);
        var lastDay = endDay == TermEndDay.Included ? sameNumber : sameNumber.AddDays(-1);
        return Extend(startOn, lastDay, suspensions);
    }

    /// <summary>The end of a term whose last day the ruling names itself (parole until a day), moved by suspensions.</summary>
    public static TermEnd Extend(DateOnly startOn, DateOnly unsuspendedLastDay, IEnumerable<Suspension> suspensions)
    {
        var lastDay = unsuspendedLastDay;
        var moved = 0;
        // The first day not yet looked at: what lies before is either before the term or counted already.
        var open = startOn;
        foreach (var suspension in suspensions.OrderBy(s => s.From))
        {
            if (suspension.To is { } early && early < suspension.From)
            {
                throw new ArgumentException("A suspension ends before it begins.", nameof(suspensions));
            }
            var from = suspension.From < open ? open : suspension.From;
            if (from > lastDay)
            {
                continue;
            }
            if (suspension.To is not { } to)
            {
                return new TermEnd(startOn, null, unsuspendedLastDay, moved, lastDay.DayNumber - from.DayNumber + 1);
            }
            if (to < from)
            {
                continue;
            }
            var days = to.DayNumber - from.DayNumber + 1;
            moved += days;
            lastDay = lastDay.AddDays(days);
            open = to.AddDays(1);
        }
        return new TermEnd(startOn, lastDay, unsuspendedLastDay, moved, null);
    }
}

using Plus.Law.Rules;

namespace Plus.Law.Terms;

/// <summary>The unserved rest of probation supervision in days, and what a court may replace it by, step by step.</summary>
/// <param name="FromDay">First unserved day (included).</param>
/// <param name="LastDay">Last day of the term (included).</param>
/// <param name="WholeDays">Days from the first to the last, both counted.</param>
/// <param name="SuspendedDays">Days among them on which the term stood still: not served and not part of the rest.</param>
/// <param name="UnservedDays">Whole days less suspended days.</param>
/// <param name="DaysPerDay">Days of supervision that make one day of imprisonment.</param>
/// <param name="ImprisonmentDays">The result, broken days left out in favour of the client.</param>
public sealed record UnservedRest(
    DateOnly FromDay,
    DateOnly LastDay,
    int WholeDays,
    int SuspendedDays,
    int UnservedDays,
    int DaysPerDay,
    int ImprisonmentDays,
    LegalSource Source,
    Standing Standing
)
{
    /// <summary>One day of probation supervision is one day of imprisonment (KL 45.¹; the number is a parameter, unverified).
    /// The court decides; this shows what the rule gives.</summary>
    /// <param name="fromDay">First day that is not served; a day after the end gives a rest of nothing.</param>
    /// <param name="lastDay">Last day of the term, moved by its suspensions.</param>
    public static UnservedRest Compute(
        DateOnly fromDay,
        DateOnly lastDay,
        IEnumerable<Suspension> suspensions,
        LegalParameters parameters
    )
    {
        var ratio = parameters.Get(ParameterCodes.SupervisionDaysPerImprisonmentDay, fromDay);
        var perDay = ratio.WholeNumber;
        if (perDay < 1)
        {
            throw new LegalParameterException(ratio.Code, fromDay, "is not a positive number");
        }

        var whole = Math.Max(0, lastDay.DayNumber - fromDay.DayNumber + 1);
        var held = suspensions.ToList();
        var suspended = Enumerable.Range(0, whole).Count(i => held.Exists(s => s.Covers(fromDay.AddDays(i))));
        var unserved = whole - suspended;
        return new UnservedRest(
            fromDay,
            lastDay,
            whole,
            suspended,
            unserved,
            perDay,
            unserved / perDay,
            ratio.LegalSource,
            ratio.Standing
        );
    }
}

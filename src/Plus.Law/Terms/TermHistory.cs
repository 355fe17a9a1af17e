using Plus.Law.Rules;

namespace Plus.Law.Terms;

/// <summary>Something that changes a term after it was set. Days are legal days; the order in which changes are entered
/// never matters.</summary>
public abstract record TermChange
{
    private TermChange() { }

    /// <summary>The term stands still, both ends included; without an end it still does.</summary>
    public sealed record Suspended(DateOnly From, DateOnly? To) : TermChange;

    /// <summary>A court makes the term longer. The months lengthen the term itself and are counted with it from its first
    /// day, so that six months and then six more end where twelve do.</summary>
    public sealed record Extended(DateOnly DecidedOn, int Months) : TermChange;

    /// <summary>A later ruling (merged sentences) sets the whole term anew from the same first day; the latest one counts,
    /// with the extensions decided after it.</summary>
    public sealed record Replaced(DateOnly DecidedOn, int Months) : TermChange;

    /// <summary>Days in custody that a ruling counts in: they bring the end forward.</summary>
    public sealed record CustodyCounted(int Days) : TermChange;

    /// <summary>A court ends the term; the day is the last one of the term.</summary>
    public sealed record EndedEarly(DateOnly LastDay) : TermChange;
}

/// <summary>One step from the first day to the end, for reading aloud; text <c>law.term_step.&lt;code&gt;</c>.</summary>
/// <param name="Code">One of <see cref="TermSteps"/>.</param>
/// <param name="Number">Months or days of the step, as its code says; 0 where it has none.</param>
/// <param name="From">First day the step speaks of, if it speaks of days.</param>
/// <param name="To">Last day the step speaks of (included), if any.</param>
/// <param name="LastDay">Last day of the term after this step; null while a suspension without an end runs.</param>
public sealed record TermStep(string Code, int Number, DateOnly? From, DateOnly? To, DateOnly? LastDay);

/// <summary>Codes of the steps of a term.</summary>
public static class TermSteps
{
    /// <summary>So many months from the first day; the day of the same number belongs to the term.</summary>
    public const string MonthsEndDayIncluded = "months_end_day_included";

    /// <summary>So many months from the first day; the day of the same number does not belong to the term.</summary>
    public const string MonthsEndDayNotIncluded = "months_end_day_not_included";

    /// <summary>The ruling names the last day itself.</summary>
    public const string NamedLastDay = "named_last_day";

    /// <summary>A court's extension, in months.</summary>
    public const string Extension = "extension";

    /// <summary>The whole term set anew, in months.</summary>
    public const string Replacement = "replacement";

    /// <summary>Days in custody that are counted in.</summary>
    public const string Custody = "custody";

    /// <summary>Days of a suspension by which the end moved.</summary>
    public const string SuspensionDays = "suspension";

    /// <summary>A suspension that has no end yet; the number is the days of the term that are left.</summary>
    public const string SuspensionRuns = "suspension_runs";

    /// <summary>Ended by a court before its end.</summary>
    public const string Early = "ended_early";

    public static IReadOnlyList<string> All { get; } =
    [
        MonthsEndDayIncluded,
        MonthsEndDayNotIncluded,
        NamedLastDay,
        Extension,
        Replacement,
        Custody,
        SuspensionDays,
        SuspensionRuns,
        Early,
    ];
}

/// <summary>A term with all that happened to it.</summary>
/// <param name="StartOn">First day of the term (included).</param>
/// <param name="LastDay">Last day of the term (included); null while a suspension without an end runs.</param>
/// <param name="Steps">How it came about, in the order in which it is counted.</param>
/// <param name="Standing">Unverified when any rule used is.</param>
public sealed record ExplainedTerm(
    DateOnly StartOn,
    DateOnly? LastDay,
    IReadOnlyList<TermStep> Steps,
    Standing Standing
);

/// <summary>Counts a term with its changes: length first (as imposed, set anew, extended), then custody, then
/// suspensions, then an early end.</summary>
public static class TermHistory
{
    /// <summary>A term in months.</summary>
    /// <exception cref="ArgumentException">A suspension ends before it begins, or a number of months or days is negative.</exception>
    public static ExplainedTerm OfMonths(
        DateOnly startOn,
        int months,
        IReadOnlyCollection<TermChange> changes,
        LegalParameters parameters
    )
    {
        Check(months, changes);
        var endDay = parameters.Get(ParameterCodes.TermEndDayIncluded, startOn);
        var code = endDay.IsYes ? TermSteps.MonthsEndDayIncluded : TermSteps.MonthsEndDayNotIncluded;
        DateOnly LastOf(int whole) => endDay.IsYes ? startOn.AddMonths(whole) : startOn.AddMonths(whole).AddDays(-1);

        var steps = new List<TermStep> { new(code, months, startOn, null, LastOf(months)) };
        var whole = months;
        foreach (var change in changes.Where(c => c is TermChange.Replaced or TermChange.Extended).OrderBy(Order))
        {
            switch (change)
            {
                case TermChange.Replaced replaced:
                    whole = replaced.Months;
                    steps.Add(new(TermSteps.Replacement, replaced.Months, replaced.DecidedOn, null, LastOf(whole)));
                    break;
                case TermChange.Extended extended:
                    whole += extended.Months;
                    steps.Add(new(TermSteps.Extension, extended.Months, extended.DecidedOn, null, LastOf(whole)));
                    break;
            }
        }

        return Rest(startOn, LastOf(whole), steps, changes, endDay.Standing);
    }

    /// <summary>A term whose last day the ruling names (parole until a day). Extensions count in months from that day.</summary>
    /// <exception cref="ArgumentException">As above, or the whole term is set anew in months.</exception>
    public static ExplainedTerm UntilDay(
        DateOnly startOn,
        DateOnly namedLastDay,
        IReadOnlyCollection<TermChange> changes
    )
    {
        Check(0, changes);
        if (changes.Any(c => c is TermChange.Replaced))
        {
            throw new ArgumentException("A term until a day is not set anew in months.", nameof(changes));
        }

        var steps = new List<TermStep> { new(TermSteps.NamedLastDay, 0, startOn, namedLastDay, namedLastDay) };
        var months = 0;
        foreach (var extended in changes.OfType<TermChange.Extended>().OrderBy(e => e.DecidedOn))
        {
            months += extended.Months;
            steps.Add(
                new(TermSteps.Extension, extended.Months, extended.DecidedOn, null, namedLastDay.AddMonths(months))
            );
        }

        return Rest(startOn, namedLastDay.AddMonths(months), steps, changes, Standing.Confirmed);
    }

    private static ExplainedTerm Rest(
        DateOnly startOn,
        DateOnly lastDay,
        List<TermStep> steps,
        IReadOnlyCollection<TermChange> changes,
        Standing standing
    )
    {
        var custody = changes.OfType<TermChange.CustodyCounted>().Sum(c => c.Days);
        if (custody > 0)
        {
            // A term wholly served in custody ends on the day before it would begin, never earlier.
            lastDay = Max(lastDay.AddDays(-custody), startOn.AddDays(-1));
            steps.Add(new(TermSteps.Custody, custody, null, null, lastDay));
        }

        DateOnly? end = lastDay;
        foreach (var step in SuspensionSteps(startOn, lastDay, changes))
        {
            steps.Add(step);
            end = step.LastDay;
        }

        var early = changes.OfType<TermChange.EndedEarly>().Select(c => (DateOnly?)c.LastDay).Min();
        if (early is { } cut && (end is null || cut < end))
        {
            end = cut;
            steps.Add(new(TermSteps.Early, 0, null, cut, cut));
        }

        return new ExplainedTerm(startOn, end, steps, standing);
    }

    private static IEnumerable<TermStep> SuspensionSteps(
        DateOnly startOn,
        DateOnly lastDay,
        IReadOnlyCollection<TermChange> changes
    )
    {
        var suspensions = changes
            .OfType<TermChange.Suspended>()
            .Select(s => new Suspension(s.From, s.To))
            .OrderBy(s => s.From)
            .ThenBy(s => s.To ?? DateOnly.MaxValue)
            .ToList();
        var moved = 0;
        for (var i = 0; i < suspensions.Count; i++)
        {
            var end = TermCalculator.Extend(startOn, lastDay, suspensions.Take(i + 1));
            var suspension = suspensions[i];
            if (end.RemainingDays is { } remaining)
            {
                yield return new(TermSteps.SuspensionRuns, remaining, suspension.From, null, null);
                yield break;
            }

            if (end.SuspendedDays > moved)
            {
                yield return new(
                    TermSteps.SuspensionDays,
                    end.SuspendedDays - moved,
                    suspension.From,
                    suspension.To,
                    end.LastDay
                );
                moved = end.SuspendedDays;
            }
        }
    }

    private static (DateOnly On, int Kind, int Months) Order(TermChange change) =>
        change switch
        {
            // A ruling that sets the term anew on the day of an extension goes before it.
            TermChange.Replaced replaced => (replaced.DecidedOn, 0, replaced.Months),
            TermChange.Extended extended => (extended.DecidedOn, 1, extended.Months),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };

    private static void Check(int months, IEnumerable<TermChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        foreach (var change in changes)
        {
            var wrong = change switch
            {
                TermChange.Suspended { To: { } to } suspended => to < suspended.From,
                TermChange.Extended extended => extended.Months < 0,
                TermChange.Replaced replaced => replaced.Months < 0,
                TermChange.CustodyCounted custody => custody.Days < 0,
                _ => false,
            };
            if (wrong)
            {
                throw new ArgumentException($"A change of a term is impossible: {change}.", nameof(changes));
            }
        }
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}

using Plus.Law.Rules;

namespace Plus.Law.Breaches;

/// <summary>One violation of the past. Attended and complied are two facts: not having come says nothing of the other.</summary>
/// <param name="Attended">Null where the violation is not about coming (an obligation, an address).</param>
/// <param name="Justified">Null while not judged.</param>
public sealed record PastBreach(DateOnly OccurredOn, bool? Attended, bool? Justified);

/// <summary>Violations and warnings of the look-back time, both its days included.</summary>
/// <param name="NotAttended">Times the client did not come.</param>
/// <param name="NotComplied">Times the client came, or was not to come, and did not do what was to be done.</param>
/// <param name="Unjustified">Of both, those found unjustified.</param>
/// <param name="Warnings">Warnings served.</param>
public sealed record BreachCount(
    DateOnly From,
    DateOnly Until,
    int NotAttended,
    int NotComplied,
    int Justified,
    int Unjustified,
    int Warnings
)
{
    public int All => NotAttended + NotComplied;
}

/// <summary>Counts violations and warnings over the look-back time (a parameter of the Service, unverified).</summary>
public static class BreachHistory
{
    public static BreachCount Count(
        IEnumerable<PastBreach> breaches,
        IEnumerable<DateOnly> warningsServed,
        DateOnly today,
        LegalParameters parameters
    )
    {
        var from = LookBack(today, parameters);
        var counted = breaches.Where(b => b.OccurredOn >= from && b.OccurredOn <= today).ToList();
        return new BreachCount(
            from,
            today,
            counted.Count(b => b.Attended == false),
            counted.Count(b => b.Attended != false),
            counted.Count(b => b.Justified == true),
            counted.Count(b => b.Justified == false),
            warningsServed.Count(d => d >= from && d <= today)
        );
    }

    /// <summary>Warnings that count against a violation: served before its day or on it, within the look-back time.</summary>
    public static int WarningsBefore(DateOnly violatedOn, IEnumerable<DateOnly> served, LegalParameters parameters)
    {
        var from = LookBack(violatedOn, parameters);
        return served.Count(d => d >= from && d <= violatedOn);
    }

    /// <summary>Last day of a violation against which a warning still counts.</summary>
    public static DateOnly CountsUntil(DateOnly served, LegalParameters parameters) =>
        served.AddMonths(parameters.Get(ParameterCodes.WarningsLookBackMonths, served).WholeNumber);

    private static DateOnly LookBack(DateOnly day, LegalParameters parameters) =>
        day.AddMonths(-parameters.Get(ParameterCodes.WarningsLookBackMonths, day).WholeNumber);
}

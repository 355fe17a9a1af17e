using Plus.Law.Rules;

namespace Plus.Law.Rehabilitation;

/// <summary>What the Service pays for one day of a social rehabilitation service.</summary>
/// <param name="Share">Percent of the day's price.</param>
/// <param name="Uncapped">The share of the price before the cap, in EUR, rounded half up to cents.</param>
/// <param name="Cap">The most of that day, in EUR.</param>
/// <param name="Pay">The smaller of the two, in EUR.</param>
public sealed record DayPay(DateOnly Day, decimal Price, decimal Share, decimal Uncapped, decimal Cap, decimal Pay)
{
    public bool IsCapped => Uncapped > Cap;
}

/// <summary>A stay's days, each by the rule of its own day, and their sum.</summary>
public sealed record CofinancedStay(IReadOnlyList<DayPay> Days, decimal Total, Standing Standing);

/// <summary>Co-financing of social rehabilitation (MK Nr. 63 of 30.01.2018): each day received the Service pays a share of
/// the day's price, at most the cap in force that day. Cents are rounded half up, day by day.</summary>
public static class Cofinancing
{
    public static DayPay Day(DateOnly day, decimal price, LegalParameters parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        var share = parameters.Get(ParameterCodes.CofinancingShare, day).Number;
        var cap = parameters.Get(ParameterCodes.CofinancingDailyCap, day).Number;
        var uncapped = decimal.Round(price * share / 100, 2, MidpointRounding.AwayFromZero);
        return new DayPay(day, price, share, uncapped, cap, Math.Min(uncapped, cap));
    }

    /// <summary>The days from the first to the last, both received, less those absent.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public static CofinancedStay Stay(
        DateOnly first,
        DateOnly last,
        decimal price,
        IReadOnlyCollection<DateOnly> absent,
        LegalParameters parameters
    )
    {
        if (last < first)
        {
            throw new ArgumentException("A stay ends before it begins.", nameof(last));
        }

        var days = Enumerable
            .Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(first.AddDays)
            .Where(day => !absent.Contains(day))
            .Select(day => Day(day, price, parameters))
            .ToList();
        var unverified = days.Exists(d =>
            parameters.Get(ParameterCodes.CofinancingShare, d.Day).Standing == Standing.Unverified
            || parameters.Get(ParameterCodes.CofinancingDailyCap, d.Day).Standing == Standing.Unverified
        );
        return new CofinancedStay(days, days.Sum(d => d.Pay), unverified ? Standing.Unverified : Standing.Confirmed);
    }
}

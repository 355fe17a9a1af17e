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

/// <summary>A client's stay with a provider.</summary>
/// <param name="LeftOn">Day of leaving or of expulsion; null while the stay goes on.</param>
/// <param name="Price">The provider's price of a day, in EUR.</param>
/// <param name="PaidInFull">The client is a child under probation observation.</param>
/// <param name="Absent">Days on which the service was not received.</param>
public sealed record Stay(
    DateOnly EnteredOn,
    DateOnly? LeftOn,
    decimal Price,
    bool PaidInFull,
    IReadOnlyCollection<DateOnly> Absent
);

/// <summary>Co-financing of social rehabilitation (MK Nr. 63 of 30.01.2018): each day received the Service pays a share of
/// the day's price, at most the cap in force that day. Cents are rounded half up, day by day. For a child under probation
/// observation the Service pays the whole price (law on compulsory measures of educational character, art. 32.2).</summary>
public static class Cofinancing
{
    public static DayPay Day(DateOnly day, decimal price, LegalParameters parameters, bool paidInFull = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        var share = parameters.Get(ShareCode(paidInFull), day).Number;
        var uncapped = decimal.Round(price * share / 100, 2, MidpointRounding.AwayFromZero);
        var cap = paidInFull ? uncapped : parameters.Get(ParameterCodes.CofinancingDailyCap, day).Number;
        return new DayPay(day, price, share, uncapped, cap, Math.Min(uncapped, cap));
    }

    /// <summary>The days from the first to the last, both received, less those absent.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public static CofinancedStay Stay(
        DateOnly first,
        DateOnly last,
        decimal price,
        IReadOnlyCollection<DateOnly> absent,
        LegalParameters parameters,
        bool paidInFull = false
    )
    {
        if (last < first)
        {
            throw new ArgumentException("A stay ends before it begins.", nameof(last));
        }

        return Of(Between(first, last).Where(day => !absent.Contains(day)), price, paidInFull, parameters);
    }

    /// <summary>
    /// The days of a stay that were received from one day to another, both included: from the day of entry, without the
    /// days of absence. Whether the day of leaving or expulsion is one of them is a parameter. None is an empty answer.
    /// </summary>
    public static CofinancedStay Received(Stay stay, DateOnly from, DateOnly to, LegalParameters parameters)
    {
        var first = stay.EnteredOn > from ? stay.EnteredOn : from;
        var last = LastDay(stay, parameters) is { } left && left < to ? left : to;
        return Of(
            last < first ? [] : Between(first, last).Where(day => !stay.Absent.Contains(day)),
            stay.Price,
            stay.PaidInFull,
            parameters
        );
    }

    /// <summary>Last day received; null while the stay goes on. Before the day of entry when nothing was received.</summary>
    public static DateOnly? LastDay(Stay stay, LegalParameters parameters) =>
        stay.LeftOn is not { } left ? null
        : parameters.Get(ParameterCodes.CofinancingLastDay, left).IsYes ? left
        : left.AddDays(-1);

    private static CofinancedStay Of(
        IEnumerable<DateOnly> received,
        decimal price,
        bool paidInFull,
        LegalParameters parameters
    )
    {
        var days = received.Select(day => Day(day, price, parameters, paidInFull)).ToList();
        var unverified = days.Exists(d =>
            parameters.Get(ShareCode(paidInFull), d.Day).Standing == Standing.Unverified
            || (
                !paidInFull && parameters.Get(ParameterCodes.CofinancingDailyCap, d.Day).Standing == Standing.Unverified
            )
        );
        return new CofinancedStay(days, days.Sum(d => d.Pay), unverified ? Standing.Unverified : Standing.Confirmed);
    }

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static string ShareCode(bool paidInFull) =>
        paidInFull ? ParameterCodes.CofinancingChildShare : ParameterCodes.CofinancingShare;
}

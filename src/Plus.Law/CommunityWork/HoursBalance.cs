namespace Plus.Law.CommunityWork;

/// <summary>Work of one day, in whole minutes: worked = credited + refused.</summary>
public sealed record HoursEntry(DateOnly Day, int CreditedMinutes, int RefusedMinutes = 0)
{
    public int WorkedMinutes => CreditedMinutes + RefusedMinutes;
}

/// <summary>Where the work stands, in whole minutes.</summary>
/// <param name="AdjustedMinutes">Credited (or, below nothing, taken back) without a day of work behind it.</param>
public sealed record HoursBalance(int ImposedMinutes, int CreditedMinutes, int RefusedMinutes, int AdjustedMinutes = 0)
{
    public int WorkedMinutes => CreditedMinutes + RefusedMinutes;

    /// <summary>Credited and adjusted together: what counts towards the amount.</summary>
    public int ServedMinutes => CreditedMinutes + AdjustedMinutes;

    public int RemainingMinutes => Math.Max(0, ImposedMinutes - ServedMinutes);

    public bool IsServed => ServedMinutes >= ImposedMinutes;

    public static HoursBalance Of(int imposedMinutes, IEnumerable<HoursEntry> entries, int adjustedMinutes = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(imposedMinutes);
        var credited = 0;
        var refused = 0;
        foreach (var entry in entries)
        {
            credited += entry.CreditedMinutes;
            refused += entry.RefusedMinutes;
        }
        return new HoursBalance(imposedMinutes, credited, refused, adjustedMinutes);
    }
}

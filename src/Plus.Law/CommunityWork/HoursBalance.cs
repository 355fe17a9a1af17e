namespace Plus.Law.CommunityWork;

/// <summary>Work of one day, in whole minutes: worked = credited + refused.</summary>
public sealed record HoursEntry(DateOnly Day, int CreditedMinutes, int RefusedMinutes = 0)
{
    public int WorkedMinutes => CreditedMinutes + RefusedMinutes;
}

/// <summary>Where the work stands, in whole minutes.</summary>
public sealed record HoursBalance(int ImposedMinutes, int CreditedMinutes, int RefusedMinutes)
{
    public int WorkedMinutes => CreditedMinutes + RefusedMinutes;

    public int RemainingMinutes => Math.Max(0, ImposedMinutes - CreditedMinutes);

    public bool IsServed => CreditedMinutes >= ImposedMinutes;

    public static HoursBalance Of(int imposedMinutes, IEnumerable<HoursEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(imposedMinutes);
        var credited = 0;
        var refused = 0;
        foreach (var entry in entries)
        {
            credited += entry.CreditedMinutes;
            refused += entry.RefusedMinutes;
        }
        return new HoursBalance(imposedMinutes, credited, refused);
    }
}

namespace Plus.Shared.Access.Confirming;

/// <summary>
/// A half-year in which every access is confirmed once by somebody else. Both ends count. The Service's own rule, not the
/// law's: January to June, July to December.
/// </summary>
internal sealed record ConfirmationRound(DateOnly Begin, DateOnly End)
{
    /// <summary>Days before the end on which heads are told, ever more urgently.</summary>
    public static readonly IReadOnlyList<int> Warnings = [30, 7, 1];

    /// <summary>The round a day lies in.</summary>
    public static ConfirmationRound Of(DateOnly day) =>
        day.Month <= 6
            ? new(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 6, 30))
            : new(new DateOnly(day.Year, 7, 1), new DateOnly(day.Year, 12, 31));

    /// <summary>The round before this one.</summary>
    public ConfirmationRound Previous => Of(Begin.AddDays(-1));

    /// <summary>Which warning is due: 30, 7 or 1; null before the first.</summary>
    public int? WarningOn(DateOnly day)
    {
        var left = End.DayNumber - day.DayNumber;
        return left < 0 ? null : Warnings.Where(w => left <= w).Select(w => (int?)w).Min();
    }
}

namespace Plus.Law.Deadlines;

/// <summary>A holiday or transferred day that was not counted, or over which the end moved. Ordinary weekends are
/// summarised in <see cref="Deadline.SkippedWeekendDays"/>.</summary>
public sealed record SkippedDay(DateOnly Day, string NameCode);

/// <summary>A computed deadline and its whole explanation. All dates are null while the start is not known.</summary>
/// <param name="DueOn">Last day on which the act is in time (the day itself still counts).</param>
/// <param name="RawDueOn">The end before it moved from a day off; equal to <paramref name="DueOn"/> if it did not.</param>
/// <param name="StartOn">Day of the event; the first day counted is the day after.</param>
/// <param name="Skipped">Named days off left out of the count or moved over, in order.</param>
/// <param name="SkippedWeekendDays">Ordinary Saturdays and Sundays left out or moved over.</param>
public sealed record Deadline(
    DateOnly? DueOn,
    DateOnly? RawDueOn,
    DateOnly? StartOn,
    DeadlineRule Rule,
    IReadOnlyList<SkippedDay> Skipped,
    int SkippedWeekendDays
)
{
    /// <summary>True while the start is unknown: no date is guessed.</summary>
    public bool WaitsForStart => StartOn is null;

    /// <summary>True when the end fell on a day off and was moved.</summary>
    public bool Moved => DueOn != RawDueOn;

    public Standing Standing =>
        Rule.Standing == Standing.Unverified || (Moved && Rule.EndStanding == Standing.Unverified)
            ? Standing.Unverified
            : Standing.Confirmed;

    public bool IsOverdue(DateOnly today) => DueOn < today;
}

namespace Plus.Law.Applications;

/// <summary>An application or notice that still waits for something.</summary>
/// <param name="Reference">The caller's key; it comes back in the task.</param>
/// <param name="ReceivedOn">Day on which the Service came to know.</param>
/// <param name="From">First day away, or the day of the change.</param>
/// <param name="Undecided">Nobody has decided or taken note.</param>
/// <param name="LastDayAway">Last day of a granted or noted absence whose return was not recorded; null else.</param>
/// <param name="Pending">A granted or noted change whose taking place was not recorded.</param>
/// <param name="OtherOfficeSince">Day from which another office is competent and the case has not gone there; null else.</param>
public sealed record OpenApplication(
    string Reference,
    DateOnly ReceivedOn,
    DateOnly From,
    bool Undecided,
    DateOnly? LastDayAway,
    bool Pending,
    DateOnly? OtherOfficeSince
);

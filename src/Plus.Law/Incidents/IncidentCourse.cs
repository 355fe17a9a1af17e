namespace Plus.Law.Incidents;

/// <summary>A measure decided after an incident. <paramref name="Reference"/> is the caller's key and comes back in the task.</summary>
/// <param name="EndedOn">Day on which it was done or given up; null while it is open.</param>
public sealed record IncidentMeasureDue(string Reference, DateOnly DueOn, DateOnly? EndedOn);

/// <summary>An incident that is followed to its end. <paramref name="Reference"/> is the caller's key.</summary>
/// <param name="ReviewDueOn">Last day on which it is to be decided what is done about it.</param>
public sealed record LiveIncident(
    string Reference,
    DateOnly OccurredOn,
    DateOnly ReviewDueOn,
    IReadOnlyList<IncidentMeasureDue> Measures
);

namespace Plus.Shared.Cases.Contract;

/// <summary>
/// What a founding document says of one measure, in the words of the intake contract. Each function takes from it the
/// facts its own tables hold.
/// </summary>
public sealed record MeasureTerms(string Measure)
{
    /// <summary>main or additional.</summary>
    public string? Role { get; init; }

    /// <summary>Hours of community work.</summary>
    public int? Hours { get; init; }

    /// <summary>Length of probation supervision, observation or the test period of a conditional discharge.</summary>
    public int? Months { get; init; }

    public int? ImprisonmentMonths { get; init; }

    public int? TestPeriodMonths { get; init; }

    /// <summary>Last day of parole.</summary>
    public DateOnly? Until { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Months of electronic monitoring set by the court.</summary>
    public int? MonitoringMonths { get; init; }

    /// <summary>The same ruling also imposes imprisonment that is to be served first.</summary>
    public bool WithImprisonment { get; init; }

    /// <summary>sentencing, parole or paroleWithElectronicMonitoring.</summary>
    public string? Purpose { get; init; }

    public DateOnly? RespondBy { get; init; }

    /// <summary>court, prosecutor, prison, police or person: who sent the document.</summary>
    public string? SenderKind { get; init; }

    public string? SenderName { get; init; }

    /// <summary>The victim named by a mediation request. Kept by the function alone, apart from the offender's data.</summary>
    public MeasureParty? Victim { get; init; }
}

/// <summary>Another person in a measure, who is no client: the victim of a mediation.</summary>
public sealed record MeasureParty(string GivenName, string Surname)
{
    public DateOnly? BirthDate { get; init; }

    public string? PersonalCode { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }
}

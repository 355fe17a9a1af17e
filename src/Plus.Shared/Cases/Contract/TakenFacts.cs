namespace Plus.Shared.Cases.Contract;

/// <summary>
/// What happened in a section before PLUS carried it out, as the system before knew it. Each function takes from it the
/// facts its own tables hold; null is not known.
/// </summary>
public sealed record TakenFacts
{
    /// <summary>The report went out on this day.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Of a report for a prison: the release was supported.</summary>
    public bool? Supported { get; init; }

    /// <summary>The device was attached.</summary>
    public DateOnly? MonitoringFrom { get; init; }

    public DateOnly? MonitoringTo { get; init; }

    /// <summary>The Service asked the court to replace the part not served.</summary>
    public bool MonitoringToCourt { get; init; }

    /// <summary>community or prison.</summary>
    public string? Setting { get; init; }

    /// <summary>group or individual.</summary>
    public string? Format { get; init; }

    public bool Online { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>What the client did beside the imposed work.</summary>
    public string? WorkStatus { get; init; }

    /// <summary>official or volunteer.</summary>
    public string? Mediator { get; init; }

    public DateOnly? AgreementOn { get; init; }

    public bool? VictimIdentified { get; init; }
}

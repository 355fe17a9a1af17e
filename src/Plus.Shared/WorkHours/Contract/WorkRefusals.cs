using Plus.Kernel.Results;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>"Fully served" is said only of hours that were.</summary>
public sealed record WorkIsNotServed(int MissingMinutes) : Refusal("workHours.refusal.notServed")
{
    public override string? Field => "Outcome";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["missing"] = TextValues.Hours(MissingMinutes) };
}

/// <summary>Work was credited after the day on which the section is to be closed.</summary>
public sealed record WorkedAfterClosing(DateOnly Last) : Refusal("workHours.refusal.workedAfterClosing")
{
    public override string? Field => "Day";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["last"] = Last };
}

/// <summary>Hours belong to a host employer; the client has none yet.</summary>
public sealed record NoHostEmployer() : Refusal("workHours.refusal.noHost");

/// <summary>The client works at the present host employer only from a later day.</summary>
public sealed record DayBeforePlacement(DateOnly From) : Refusal("workHours.refusal.beforePlacement")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["from"] = From };
}

/// <summary>No contract with the host employer was in force on the day.</summary>
public sealed record HostHasNoContract(DateOnly Day) : Refusal("workHours.refusal.noContract")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["day"] = Day };
}

/// <summary>There is an entry of that day already; it is corrected, not entered again.</summary>
public sealed record DayIsEntered() : Refusal("workHours.refusal.dayEntered");

/// <summary>A closed section is opened again before hours are changed.</summary>
public sealed record SectionIsClosed() : Refusal("workHours.refusal.closed");

/// <summary>"Replaced" is said only after a court decided so; its decision stands with the violation.</summary>
public sealed record ReplacementIsNotDecided() : Refusal("workHours.refusal.replacementNotDecided")
{
    public override string? Field => "Outcome";
}

/// <summary>The client worked on a day that the suspension would cover.</summary>
public sealed record WorkedInTheSuspension(DateOnly Last) : Refusal("workHours.refusal.workedInSuspension")
{
    public override string? Field => "Day";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["last"] = Last };
}

using Plus.Kernel.Results;
using Plus.Law.CommunityWork;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Rules of the Service speak against the placement and no reason to override them was given.</summary>
public sealed record RulesSpeakAgainst(IReadOnlyList<FitReason> Against) : Refusal("workHours.refusal.rulesAgainst")
{
    public override string? Field => "Override";
}

/// <summary>A placement that begins on the day or later stands already.</summary>
public sealed record LaterPlacementStands(DateOnly From) : Refusal("workHours.refusal.laterPlacement")
{
    public override string? Field => "From";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["from"] = From };
}

/// <summary>The client works elsewhere now: why that ends is to be said.</summary>
public sealed record PresentPlacementNeedsAReason() : Refusal("workHours.refusal.endReason")
{
    public override string? Field => "EndReason";
}

/// <summary>Hours were entered after the day that would be the last.</summary>
public sealed record HoursWorkedLater(DateOnly Last, string Where) : Refusal("workHours.refusal.workedLater")
{
    public override string? Field => Where;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["last"] = Last };
}

/// <summary>The last day of a placement lies within it.</summary>
public sealed record EndIsOutsideThePlacement() : Refusal("workHours.refusal.endOutside")
{
    public override string? Field => "LastDay";
}

/// <summary>The client has no placement on the day: one ended, the next had not begun.</summary>
public sealed record NoPlacementOnTheDay(DateOnly Day) : Refusal("workHours.refusal.noPlacement")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["day"] = Day };
}

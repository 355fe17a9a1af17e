using Plus.Kernel.Ids;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Where a client is to be sent, from when, and what is said about it.</summary>
/// <param name="EndReason">Why the present placement ends, when there is one.</param>
/// <param name="Override">Why it is made although rules of the Service speak against it.</param>
/// <param name="BanKnown">The person says to know that the place meets a ban.</param>
public sealed record PlacementOrder(
    HostEmployerId Host,
    Guid? Site,
    string? Work,
    DateOnly From,
    string? EndReason,
    string? Override,
    bool BanKnown = false
);

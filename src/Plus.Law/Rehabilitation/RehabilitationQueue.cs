namespace Plus.Law.Rehabilitation;

/// <summary>A client who waits for a place with a provider.</summary>
/// <param name="ReleasedOn">Day of release from prison; null when the client does not come from there.</param>
/// <param name="NeedsHousing">The client has nowhere to live.</param>
public sealed record WaitingReferral(Guid Id, DateOnly ReferredOn, DateOnly? ReleasedOn, bool NeedsHousing);

/// <summary>
/// Who is first (MK Nr. 63 of 30.01.2018): those released from prison who need somewhere to live; among equals who was
/// referred earlier.
/// </summary>
public static class RehabilitationQueue
{
    public static bool HasPriority(WaitingReferral waiting) => waiting is { ReleasedOn: not null, NeedsHousing: true };

    /// <summary>In the order in which places are given; the order in which they are handed in does not matter.</summary>
    public static IReadOnlyList<WaitingReferral> Order(IEnumerable<WaitingReferral> waiting) =>
        [.. waiting.OrderByDescending(HasPriority).ThenBy(w => w.ReferredOn).ThenBy(w => w.Id)];

    /// <summary>Who waits before the referral and has priority over it.</summary>
    public static IReadOnlyList<WaitingReferral> Before(WaitingReferral one, IEnumerable<WaitingReferral> waiting) =>
        HasPriority(one) ? [] : [.. Order(waiting).Where(w => w.Id != one.Id && HasPriority(w))];
}

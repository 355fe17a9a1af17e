using Plus.Kernel.Ids;
using Plus.Shared.Obligations.Bans;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>
/// Places of clients that stand in a room's records, whichever way they came there: typed, by a message, from the earlier
/// system. Registered by the room's door.
/// </summary>
public abstract class PlaceSource
{
    /// <summary>The places that hold today or later. Read as the service itself.</summary>
    public abstract Task<IReadOnlyList<CheckedPlace>> OfAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly today,
        CancellationToken ct
    );

    protected static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

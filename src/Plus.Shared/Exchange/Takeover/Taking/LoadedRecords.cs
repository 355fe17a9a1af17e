using Microsoft.EntityFrameworkCore.ChangeTracking;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Gathers the records that a correction reads, so that its process names what changed in them and nothing else.</summary>
internal sealed class LoadedRecords : IDisposable
{
    private readonly PlusDb _db;
    private readonly List<object> _loaded = [];

    public LoadedRecords(PlusDb db)
    {
        _db = db;
        db.ChangeTracker.Tracked += Remember;
    }

    /// <summary>What was read since this was made.</summary>
    public IEnumerable<object> All => _loaded;

    public void Dispose() => _db.ChangeTracker.Tracked -= Remember;

    private void Remember(object? sender, EntityTrackedEventArgs tracked)
    {
        if (tracked.FromQuery)
        {
            _loaded.Add(tracked.Entry.Entity);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;

namespace Plus.Kernel.Audit;

/// <summary>
/// Many processes in one transaction, for taking in masses of records: each process has its own audit row with its own
/// before and after, new records go by COPY. The rules that make the records are the ordinary ones: they add to the
/// context as always.
/// </summary>
/// <remarks>
/// While it lives the context does not look for changes by itself: what a process changes in records that stood before
/// is named to <see cref="Complete"/>, or found by <see cref="CompleteAll"/>.
/// </remarks>
public sealed class BulkProcesses : IDisposable
{
    private readonly PlusDb _db;
    private readonly Processes _processes;
    private readonly List<EntityEntry> _added = [];
    private readonly List<ProcessRow> _rows = [];
    private readonly HashSet<object> _closed = new(ReferenceEqualityComparer.Instance);
    private int _completed;

    public BulkProcesses(PlusDb db, Processes processes)
    {
        (_db, _processes) = (db, processes);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.ChangeTracker.Tracked += Remember;
    }

    /// <summary>Closes one process: everything added since the last one belongs to it, and what changed in these records.</summary>
    public void Complete(ProcessStart start, params IEnumerable<object> touched)
    {
        var entries = _added[_completed..];
        foreach (var record in touched)
        {
            var entry = _db.Entry(record);
            entry.DetectChanges();
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                entries.Add(entry);
            }
        }

        Close(start, entries);
    }

    /// <summary>
    /// Closes one process that may have changed any record it loaded. What it changed belongs to it alone: no later
    /// process of these may change the same record.
    /// </summary>
    public void CompleteAll(ProcessStart start)
    {
        _db.ChangeTracker.DetectChanges();
        var changed = _db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Modified or EntityState.Deleted && !_closed.Contains(e.Entity))
            .ToList();
        _closed.UnionWith(changed.Select(e => e.Entity));
        Close(start, [.. _added[_completed..], .. changed]);
    }

    /// <summary>Writes everything. The caller holds the transaction.</summary>
    public async Task<Outcome<Unit>> WriteAsync(CancellationToken ct)
    {
        if (_db.ChangeTracker.Entries().Any(e => e.State != EntityState.Added))
        {
            _db.ChangeTracker.DetectChanges();
        }

        var connection = (NpgsqlConnection)_db.Database.GetDbConnection();
        var kind = _db.Model.FindEntityType(typeof(ProcessRow))!;
        IEnumerable<(IEntityType, object)> records = _added
            .Where(e => e.State == EntityState.Added)
            .Select(e => (e.Metadata, e.Entity));
        await BulkCopy.WriteAsync(
            connection,
            records.Concat(_rows.Select(r => (kind, (object)r))),
            staged: _db.Wall is not null,
            ct
        );
        var changed = _db.ChangeTracker.Entries().Any(e => e.State is EntityState.Modified or EntityState.Deleted);
        if (!changed)
        {
            return Unit.Value;
        }

        foreach (var entry in _added.Where(e => e.State == EntityState.Added))
        {
            entry.State = EntityState.Unchanged;
        }

        return await _processes.SaveAsync(ct);
    }

    public void Dispose() => _db.ChangeTracker.Tracked -= Remember;

    private void Close(ProcessStart start, List<EntityEntry> entries)
    {
        _completed = _added.Count;
        if (ChangeSnapshot.Of(entries) is { } changes)
        {
            _rows.Add(_processes.Row(start, changes));
        }
    }

    private void Remember(object? sender, EntityTrackedEventArgs tracked)
    {
        if (!tracked.FromQuery && tracked.Entry.State == EntityState.Added)
        {
            _added.Add(tracked.Entry);
        }
    }
}

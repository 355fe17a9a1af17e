using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Reading;
using Plus.Shared.Archive.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Clients.Merging;

/// <summary>
/// Decides possible duplicates. A merge moves the rows of all rooms from one record to the other in one transaction and
/// remembers which, so that it can be undone; what was written under the kept record meanwhile stays with it.
/// </summary>
internal sealed class MergeHandler(PlusDb db, Processes processes, TaskSync tasks, StaffAccessor staff, PlusClock clock)
{
    /// <summary>The pair, when the deciding person reaches both records (of a merged pair, the kept one).</summary>
    public async Task<PossibleDuplicate?> FindAsync(Guid id, CancellationToken ct)
    {
        var pair = await db.Set<PossibleDuplicate>().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (pair is null)
        {
            return null;
        }

        var needed = pair.KeptId is { } kept ? new[] { kept } : [pair.FirstId, pair.SecondId];
        var reached = await db.ClientsWithin(staff.Current, ClientPermissions.Duplicates)
            .CountAsync(c => needed.Contains(c.Id), ct);
        return reached == needed.Length ? pair : null;
    }

    public async Task<Outcome<Unit>> DifferAsync(Guid id, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { State: DuplicateState.Open } pair)
        {
            return new NoSuchRecord();
        }

        Expect(pair, version);
        pair.Differ(clock.Now);
        return await processes.CommitAsync(
            new ProcessStart(ClientProcesses.DuplicateIsDifferent) { Client = pair.FirstId, Subject = pair.Id },
            ct
        );
    }

    public async Task<Outcome<Unit>> MergeAsync(Guid id, uint version, ClientId kept, CancellationToken ct)
    {
        if (
            await FindAsync(id, ct) is not { State: DuplicateState.Open } pair
            || (kept != pair.FirstId && kept != pair.SecondId)
        )
        {
            return new NoSuchRecord();
        }

        if (await IsArchivedAsync(pair, ct))
        {
            return new RecordsAreInTheArchive();
        }

        Expect(pair, version);
        var gone = kept == pair.FirstId ? pair.SecondId : pair.FirstId;
        var moved = new SortedDictionary<string, List<Guid>>(StringComparer.Ordinal);
        await KeepNameAsync(gone, ct);
        foreach (var column in MovableColumns.Of(db))
        {
            var rows = await MovableColumns.LoadAsync(db, column, gone, ct);
            rows.AddRange(AddedNames(column, gone, rows));
            foreach (var row in rows.Where(r => !NamesBoth(r, gone, kept)))
            {
                MovableColumns.Set(db, row, column, kept);
                Remember(moved, column.Key, MovableColumns.KeyOf(db, row));
            }
        }

        await MoveCaseAsync(gone, kept, moved, ct);
        (await db.Set<Client>().SingleAsync(c => c.Id == gone, ct)).MergeInto(kept);
        pair.Merge(kept, JsonSerializer.Serialize(moved), clock.Now);
        await tasks.AlignAsync(SectionsOf(moved), ct);
        return await processes.CommitAsync(
            new ProcessStart(ClientProcesses.Merged) { Client = kept, Subject = pair.Id },
            ct
        );
    }

    // What lies in the archive cannot be put under another record.
    private Task<bool> IsArchivedAsync(PossibleDuplicate pair, CancellationToken ct) =>
        db.Set<ArchivedCase>().AnyAsync(c => c.ClientId == pair.FirstId || c.ClientId == pair.SecondId, ct);

    public async Task<Outcome<Unit>> UndoAsync(Guid id, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { State: DuplicateState.Merged, KeptId: { } kept } pair)
        {
            return new NoSuchRecord();
        }

        if (await IsArchivedAsync(pair, ct))
        {
            return new RecordsAreInTheArchive();
        }

        Expect(pair, version);
        var gone = kept == pair.FirstId ? pair.SecondId : pair.FirstId;
        var moved = JsonSerializer.Deserialize<Dictionary<string, List<Guid>>>(pair.Moved ?? "{}")!;
        foreach (var column in MovableColumns.Of(db).Where(c => moved.ContainsKey(c.Key)))
        {
            var ids = moved[column.Key].ToHashSet();
            foreach (var row in await MovableColumns.LoadAsync(db, column, kept, ct))
            {
                if (ids.Contains(MovableColumns.KeyOf(db, row)))
                {
                    MovableColumns.Set(db, row, column, gone);
                }
            }
        }

        var merged = await db.Set<Client>().SingleAsync(c => c.Id == gone, ct);
        merged.Unmerge();
        await MoveCaseBackAsync(gone, kept, moved, ct);
        pair.Undo();
        await tasks.AlignAsync(SectionsOf(moved), ct);
        return await processes.CommitAsync(
            new ProcessStart(ClientProcesses.Unmerged) { Client = kept, Subject = pair.Id },
            ct
        );
    }

    private const string CaseKey = "cases.client_case.client_id";
    private const string SectionKey = "cases.section.client_id";

    // One case for a client: where both have one, the sections go over to the kept case and the other stays as it is.
    private async Task MoveCaseAsync(
        ClientId gone,
        ClientId kept,
        SortedDictionary<string, List<Guid>> moved,
        CancellationToken ct
    )
    {
        var goneCase = await db.Set<Case>().SingleOrDefaultAsync(c => c.ClientId == gone, ct);
        var keptCase = await db.Set<Case>().SingleOrDefaultAsync(c => c.ClientId == kept, ct);
        if (goneCase is not null && keptCase is null)
        {
            db.Entry(goneCase).Property(c => c.ClientId).CurrentValue = kept;
            Remember(moved, CaseKey, goneCase.Id.Value);
        }
        else if (keptCase is not null)
        {
            Recase(SectionsOf(moved), kept, keptCase.Id);
        }
    }

    private async Task MoveCaseBackAsync(
        ClientId gone,
        ClientId kept,
        Dictionary<string, List<Guid>> moved,
        CancellationToken ct
    )
    {
        if (moved.ContainsKey(CaseKey))
        {
            var file = await db.Set<Case>().SingleAsync(c => c.ClientId == kept, ct);
            db.Entry(file).Property(c => c.ClientId).CurrentValue = gone;
        }
        else if (await db.Set<Case>().SingleOrDefaultAsync(c => c.ClientId == gone, ct) is { } own)
        {
            Recase(SectionsOf(moved), gone, own.Id);
        }
    }

    private void Recase(List<SectionId> sections, ClientId client, CaseId file)
    {
        foreach (var section in db.Set<Section>().Local.Where(s => sections.Contains(s.Id)))
        {
            section.MoveTo(client, file);
        }
    }

    // The name of the merged record stays findable under the kept one.
    private async Task KeepNameAsync(ClientId gone, CancellationToken ct)
    {
        var client = await db.Set<Client>().SingleAsync(c => c.Id == gone, ct);
        if (!await db.Set<ClientName>().AnyAsync(n => n.ClientId == gone && n.NameKey == client.NameKey, ct))
        {
            db.Add(new ClientName(gone, client.GivenName, client.Surname, PlusClock.DayOf(client.CreatedAt), ""));
        }
    }

    private IEnumerable<object> AddedNames(MovableColumn column, ClientId gone, List<object> loaded) =>
        column.Entity.ClrType == typeof(ClientName)
            ? db.Set<ClientName>().Local.Where(n => n.ClientId == gone && !loaded.Contains(n)).ToList()
            : [];

    // Two records marked not to meet cannot become one person who must not meet themselves.
    private static bool NamesBoth(object row, ClientId gone, ClientId kept) =>
        row is MustNotMeet m
        && ((m.FirstId == gone && m.SecondId == kept) || (m.FirstId == kept && m.SecondId == gone));

    private void Expect(PossibleDuplicate pair, uint version) =>
        db.Entry(pair).Property(p => p.Version).OriginalValue = version;

    private static List<SectionId> SectionsOf(IDictionary<string, List<Guid>> moved) =>
        [.. (moved.TryGetValue(SectionKey, out var ids) ? ids : []).Select(i => new SectionId(i))];

    private static void Remember(SortedDictionary<string, List<Guid>> moved, string key, Guid id)
    {
        if (!moved.TryGetValue(key, out var ids))
        {
            moved[key] = ids = [];
        }

        ids.Add(id);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Web.Journeys;

namespace Plus.Shared.Clients.Data.Editing;

/// <summary>
/// Changes a client's record under its version: whoever changes an address, a name or a phone changes the record as a
/// whole, so that two people never overwrite each other unseen.
/// </summary>
internal sealed class ClientEditing(PlusDb db, Processes processes, TaskSync tasks, StaffAccessor staff)
{
    /// <summary>The tracked client within reach of the permission, expected to stand at the version; null when there is none.</summary>
    public async Task<Client?> OpenAsync(ClientId id, string permission, uint version, CancellationToken ct)
    {
        var client = await db.ClientsWithin(staff.Current, permission).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (client is not null)
        {
            db.Entry(client).Property(c => c.Version).OriginalValue = version;
        }

        return client;
    }

    /// <summary>Commits what was changed, in the record itself or in the rows around it, as one process.</summary>
    public async Task<Outcome<Unit>> CommitAsync(Client client, ProcessStart start, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        if (db.Entry(client).Property(c => c.BirthDate).IsModified)
        {
            // What a child is asked for depends on the age.
            var open = db.Set<Section>()
                .Where(s => s.ClientId == client.Id && s.ClosedOn == null && s.AnnulledOn == null);
            await tasks.AlignAsync(await open.Select(s => s.Id).ToListAsync(ct), ct);
        }

        if (db.ChangeTracker.HasChanges())
        {
            // Rows around the client move its version as well.
            db.Entry(client).Property(c => c.NameKey).IsModified = true;
        }

        return await processes.CommitAsync(start with { Client = client.Id }, ct);
    }

    /// <summary>Who changed the record last and what stands there now beside what was typed.</summary>
    public async Task<VersionConflict> ConflictAsync(
        ClientId id,
        IReadOnlyList<FieldConflict> fields,
        CancellationToken ct
    )
    {
        var version = await db.Set<Client>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync(ct);
        var last = await db
            .Processes.Where(p => p.ClientId == id && p.ActorId != null)
            .OrderByDescending(p => p.At)
            .Select(p => new
            {
                p.At,
                Name = db.Set<Staff>().Where(s => s.Id == p.ActorId).Select(s => s.GivenName + " " + s.Surname).First(),
            })
            .FirstOrDefaultAsync(ct);
        return new VersionConflict(
            version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            last?.Name,
            last?.At,
            fields
        );
    }
}

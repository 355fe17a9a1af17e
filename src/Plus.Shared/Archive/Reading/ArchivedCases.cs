using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Records;

namespace Plus.Shared.Archive.Reading;

/// <summary>Whether a client's records lie in the archive, and the connection on which they are read.</summary>
public sealed class ArchivedCases(PlusDb db, ArchiveDatabase archive, StaffAccessor staff)
{
    /// <summary>What stands of the client in the archive's list; null when the records are at hand.</summary>
    public Task<ArchivedCase?> FindAsync(ClientId client, CancellationToken ct) =>
        db.Set<ArchivedCase>().AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == client, ct);

    /// <summary>
    /// A connection to the archive that tells it who reads, so that its own policies let through what the person may see;
    /// null when the client's records are at hand or there is no archive.
    /// </summary>
    public async Task<ReachedConnection?> OpenAsync(ClientId client, CancellationToken ct) =>
        archive.IsThere && await FindAsync(client, ct) is not null
            ? await ReachedConnection.OpenAsync(archive.Source, staff.Reach, ct)
            : null;
}

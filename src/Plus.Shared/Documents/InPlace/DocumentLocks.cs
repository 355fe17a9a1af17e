using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Web.WebDav;

namespace Plus.Shared.Documents.InPlace;

/// <summary>The locks of one document, in the database: every node knows them.</summary>
/// <param name="path">Where the document lies in everybody's share.</param>
/// <param name="isOpen">Its words may be changed; what may not be changed cannot be locked, so that it opens to be read.</param>
internal sealed class DocumentLocks(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    Guid document,
    string path,
    bool isOpen
) : IDavLocks
{
    public DateTimeOffset Now => clock.Now;

    public async Task<IReadOnlyList<DavLock>> AllAsync(CancellationToken ct)
    {
        var now = clock.Now;
        var rows = await db.Set<EditingLock>()
            .AsNoTracking()
            .Where(l => l.DocumentId == document && l.EndsAt > now)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(l => new DavLock(l.Token, path, l.IsShared, false, l.StaffId.Value.ToString(), l.EndsAt)
            {
                Owner = l.Owner is null ? null : XElement.Parse(l.Owner),
            }),
        ];
    }

    public async Task<bool> AddAsync(DavLock added, CancellationToken ct)
    {
        if (!isOpen || added.Root != path)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two nodes that lock at the same time must not both find it free.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({"document-lock " + document}, 0))",
            ct
        );
        var stand = await db.Set<EditingLock>().Where(l => l.DocumentId == document).ToListAsync(ct);
        var over = stand.Where(l => l.EndsAt <= clock.Now).ToList();
        db.RemoveRange(over);
        if (stand.Except(over).Any(l => !(l.IsShared && added.IsShared)))
        {
            return false;
        }

        db.Add(
            new EditingLock(
                added.Token,
                document,
                new StaffId(Guid.Parse(added.Holder)),
                added.IsShared,
                added.Owner?.ToString(SaveOptions.DisableFormatting),
                added.EndsAt
            )
        );
        await processes.SaveBookkeepingAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    public async Task RefreshAsync(string token, DateTimeOffset endsAt, CancellationToken ct)
    {
        var row = await db.Set<EditingLock>().SingleAsync(l => l.Token == token, ct);
        row.PutOff(endsAt);
        await processes.SaveBookkeepingAsync(ct);
    }

    public async Task RemoveAsync(string token, CancellationToken ct)
    {
        if (await db.Set<EditingLock>().SingleOrDefaultAsync(l => l.Token == token, ct) is { } row)
        {
            db.Remove(row);
            await processes.SaveBookkeepingAsync(ct);
        }
    }
}

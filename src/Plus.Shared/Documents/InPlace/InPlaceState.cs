using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.InPlace;

/// <summary>What the page of a document says of editing in place: who holds it now, and how many saves wait for a decision.</summary>
public sealed class InPlaceState(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    /// <summary>Whether saves that wait can still become words of the document; else they are only told of.</summary>
    public static bool MayStillBeTaken(DocumentState state) => state < DocumentState.Signed;

    /// <summary>Reads it.</summary>
    public async Task<(string? Who, DateTimeOffset? Until, int Waiting)> ReadAsync(Guid document, CancellationToken ct)
    {
        var holder = await DocumentHolder.FindAsync(db, document, but: null, clock.Now, ct);
        var waiting = staff.Current.May(DocumentPermissions.Work)
            ? await db.Set<RecoveredSave>().CountAsync(r => r.DocumentId == document && r.SettledAt == null, ct)
            : 0;
        return (holder?.Who, holder?.Until, waiting);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>For whom a section may be opened: those within reach, and those whom nobody has yet.</summary>
internal sealed class OpeningClient(PlusDb db, StaffAccessor staff)
{
    public async Task<Client?> FindAsync(ClientId id, CancellationToken ct)
    {
        var client = await db.Set<Client>().SingleOrDefaultAsync(c => c.Id == id && c.MergedInto == null, ct);
        if (client is null)
        {
            return null;
        }

        var reached = await db.ReachesAsync(staff.Current, CasePermissions.Open, id, ct);
        return reached || !await db.Set<Section>().AnyAsync(s => s.ClientId == id, ct) ? client : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Holds a place of work against the bans that the client has in supervision.</summary>
internal sealed class PlacementBans(PlusDb db, SectionEditing editing, BanCheck bans)
{
    public async Task<Refusal?> RefuseAsync(SectionId id, PlacementOrder order, CancellationToken ct)
    {
        if (await editing.FindAsync(id, WorkHoursModule.Enter, null, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        var place = await PlaceAsync(section.ClientId, order, ct);
        return place is null ? null : await bans.RefuseAsync(place, "Host", order.BanKnown, isFact: false, ct);
    }

    private async Task<CheckedPlace?> PlaceAsync(ClientId client, PlacementOrder order, CancellationToken ct)
    {
        var host = await db.Set<HostEmployer>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == order.Host, ct);
        var site = order.Site is { } id
            ? await db.Set<HostSite>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct)
            : null;
        return host is null || (site is null && order.Site is not null)
            ? null
            : PlacementPlaces.Of(client, host, site, order.From);
    }
}

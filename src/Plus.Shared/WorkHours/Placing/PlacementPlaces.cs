using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Where clients work with a host employer, as its site is described now: a site may move while they are there.</summary>
internal sealed class PlacementPlaces(PlusDb db) : PlaceSource
{
    public override async Task<IReadOnlyList<CheckedPlace>> OfAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly today,
        CancellationToken ct
    )
    {
        var placed = await (
            from p in db.Set<Placement>().AsNoTracking()
            join s in db.Set<Section>() on p.SectionId equals s.Id
            join h in db.Set<HostEmployer>() on p.HostEmployerId equals h.Id
            join t in db.Set<HostSite>() on p.SiteId equals (Guid?)t.Id into sites
            from t in sites.DefaultIfEmpty()
            where
                clients.Contains(s.ClientId)
                && s.ClosedOn == null
                && s.AnnulledOn == null
                && (p.To == null || p.To >= today)
            select new
            {
                s.ClientId,
                p.From,
                Host = h,
                Site = t,
            }
        ).ToListAsync(ct);
        return [.. placed.Select(p => Of(p.ClientId, p.Host, p.Site, Later(p.From, today)))];
    }

    /// <summary>The place of work as it is held against bans: the site, or the host where it has none.</summary>
    public static CheckedPlace Of(ClientId client, HostEmployer host, HostSite? site, DateOnly from) =>
        site is null
            ? new CheckedPlace(client, "placement", from, host.Address, host.TerritoryCode)
            : new CheckedPlace(
                client,
                "placement",
                from,
                site.Address,
                site.TerritoryCode,
                site is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null
            );
}

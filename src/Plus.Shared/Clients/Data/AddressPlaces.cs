using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;

namespace Plus.Shared.Clients.Data;

/// <summary>Addresses in clients' records, by the day from which they hold.</summary>
internal sealed class AddressPlaces(PlusDb db) : PlaceSource
{
    public override async Task<IReadOnlyList<CheckedPlace>> OfAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly today,
        CancellationToken ct
    )
    {
        var addresses = await db.Set<ClientAddress>()
            .AsNoTracking()
            .Where(a => clients.Contains(a.ClientId) && (a.To == null || a.To >= today))
            .ToListAsync(ct);
        return
        [
            .. addresses.Select(a => new CheckedPlace(
                a.ClientId,
                "clientAddress",
                Later(a.AsOf, today),
                a.Text,
                a.TerritoryCode
            )),
        ];
    }
}

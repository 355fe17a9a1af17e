using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;

namespace Plus.Shared.Applications.Listing;

/// <summary>Where clients ask to go, or will go with leave: what is not decided yet, and what is still to come.</summary>
internal sealed class RequestPlaces(PlusDb db) : PlaceSource
{
    public override async Task<IReadOnlyList<CheckedPlace>> OfAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly today,
        CancellationToken ct
    )
    {
        var requests = await (
            from r in db.Set<ClientRequest>().AsNoTracking()
            join s in db.Set<Section>() on r.SectionId equals s.Id
            where
                clients.Contains(s.ClientId)
                && s.ClosedOn == null
                && s.AnnulledOn == null
                && (r.To == null || r.To >= today)
                && (
                    r.Outcome == null
                    || (
                        r.HappenedOn == null
                        && (r.Outcome == ApplicationOutcome.Granted || r.Outcome == ApplicationOutcome.Noted)
                    )
                )
            select new { s.ClientId, Request = r }
        ).ToListAsync(ct);
        return [.. requests.Select(r => Of(r.ClientId, r.Request, Later(r.Request.From, today)))];
    }

    /// <summary>The place of an application as it is held against bans.</summary>
    public static CheckedPlace Of(ClientId client, ClientRequest request, DateOnly from) =>
        new(
            client,
            request.IsAbsence ? "journey"
                : request.Kind == ApplicationKinds.ResidenceChange ? "residence"
                : "work",
            from,
            request.Place,
            request.TerritoryCode
        );
}

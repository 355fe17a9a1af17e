using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Ways that a client under electronic monitoring may take, and where such a client works.</summary>
internal sealed class MonitoringPlaces(PlusDb db) : PlaceSource
{
    public override async Task<IReadOnlyList<CheckedPlace>> OfAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly today,
        CancellationToken ct
    )
    {
        var sections = db.Set<Section>()
            .Where(s => clients.Contains(s.ClientId) && s.ClosedOn == null && s.AnnulledOn == null);
        var ways = await (
            from h in db.Set<PermittedHours>()
            join s in sections on h.SectionId equals s.Id
            where h.Route != null && h.EndedOn == null && (h.OnDay == null || h.OnDay >= today)
            select new
            {
                s.ClientId,
                h.Route,
                h.OnDay,
            }
        ).ToListAsync(ct);
        var works = await (
            from e in db.Set<MonitoringEmployment>()
            join s in sections on e.SectionId equals s.Id
            where e.WorksFrom != null
            orderby e.SeenOn, e.Id
            select new
            {
                s.ClientId,
                e.SectionId,
                e.Employer,
            }
        ).ToListAsync(ct);
        return
        [
            .. ways.Select(w => new CheckedPlace(w.ClientId, "route", w.OnDay ?? today, w.Route)),
            // The latest work that was seen is the present one.
            .. works
                .GroupBy(w => w.SectionId)
                .Select(g => new CheckedPlace(g.Last().ClientId, "work", today, g.Last().Employer)),
        ];
    }
}

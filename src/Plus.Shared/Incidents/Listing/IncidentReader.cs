using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Incidents.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Incidents.Listing;

/// <summary>A line of a list.</summary>
public sealed record IncidentRow(
    Guid Id,
    string Kind,
    DateOnly OccurredOn,
    ClientId Client,
    string ClientName,
    string? Office,
    int OpenMeasures,
    DateOnly? NextDueOn,
    bool Unseen,
    DateOnly? ClosedOn
);

/// <summary>A notice with the name of who took note.</summary>
public sealed record NoticeLine(IncidentNotice Notice, string? SeenBy);

/// <summary>
/// Incidents within reach. Seeing a section is not enough: an incident is seen by whose section it is, by who recorded it,
/// and by who leads there.
/// </summary>
public sealed class IncidentReader(PlusDb db, StaffAccessor staff)
{
    public async Task<IReadOnlyList<IncidentKind>> KindsAsync(CancellationToken ct) =>
        await db.Set<IncidentKind>().AsNoTracking().OrderBy(k => k.Ordinal).ToListAsync(ct);

    public IQueryable<Incident> Within(string permission)
    {
        var current = staff.Current;
        var sections = db.Set<Section>().Within(current, permission);
        var led = db.Set<Section>().Within(current, IncidentsModule.Lead);
        var me = current.Id;
        var managers = current.Reach.Managers.Select(m => (StaffId?)m).ToList();
        return db.Set<Incident>()
            .Where(i =>
                sections.Any(s => s.Id == i.SectionId)
                && (
                    (me != null && i.RecordedBy == me)
                    || sections.Any(s => s.Id == i.SectionId && managers.Contains(s.ManagerId))
                    || led.Any(s => s.Id == i.SectionId)
                )
            );
    }

    /// <summary>One within reach with its measures, tracked; null when there is none.</summary>
    public Task<Incident?> FindAsync(Guid id, string permission, CancellationToken ct) =>
        Within(permission).Include(i => i.Measures).SingleOrDefaultAsync(i => i.Id == id, ct);

    /// <summary>The one a measure belongs to.</summary>
    public Task<Incident?> FindOfMeasureAsync(Guid measure, string permission, CancellationToken ct) =>
        Within(permission).Include(i => i.Measures).SingleOrDefaultAsync(i => i.Measures.Any(m => m.Id == measure), ct);

    public async Task<IReadOnlyList<NoticeLine>> NoticesAsync(Guid incident, CancellationToken ct)
    {
        var lines = await (
            from n in db.Set<IncidentNotice>()
            join s in db.Set<Staff>() on n.SeenBy equals (StaffId?)s.Id into people
            from s in people.DefaultIfEmpty()
            where n.IncidentId == incident
            select new { Notice = n, Name = s == null ? null : s.GivenName + " " + s.Surname }
        ).ToListAsync(ct);
        return
        [
            .. lines
                .OrderBy(l => IncidentLevels.All.ToList().IndexOf(l.Notice.Level))
                .Select(l => new NoticeLine(l.Notice, l.Name)),
        ];
    }

    /// <summary>Rows of a list, the latest first.</summary>
    public IQueryable<IncidentRow> Rows(IQueryable<Incident> incidents)
    {
        var level = IncidentLevels.Of(staff.Current);
        return from i in incidents
            join s in db.Set<Section>() on i.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            orderby i.OccurredOn descending, i.Id descending
            select new IncidentRow(
                i.Id,
                i.Kind,
                i.OccurredOn,
                c.Id,
                c.Surname + " " + c.GivenName,
                db.Set<Office>().Where(o => o.Id == s.OfficeId).Select(o => o.Name).FirstOrDefault(),
                i.Measures.Count(m => m.EndedOn == null),
                i.Measures.Where(m => m.EndedOn == null).Min(m => (DateOnly?)m.DueOn)
                    ?? (i.Measures.Any() ? null : (DateOnly?)i.ReviewDueOn),
                db.Set<IncidentNotice>().Any(n => n.IncidentId == i.Id && n.Level == level && n.SeenAt == null),
                i.ClosedOn
            );
    }

    /// <summary>How many were told to the person's level and not noted yet, and how many have something overdue.</summary>
    public async Task<(int Unseen, int Late)> WaitingAsync(DateOnly today, CancellationToken ct)
    {
        var level = IncidentLevels.Of(staff.Current);
        var found = await Within(IncidentsModule.Lead)
            .Where(i => i.ClosedOn == null)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Unseen = g.Count(i =>
                    db.Set<IncidentNotice>().Any(n => n.IncidentId == i.Id && n.Level == level && n.SeenAt == null)
                ),
                Late = g.Count(i =>
                    i.Measures.Any(m => m.EndedOn == null && m.DueOn < today)
                    || (!i.Measures.Any() && i.ReviewDueOn < today)
                ),
            })
            .SingleOrDefaultAsync(ct);
        return found is null ? (0, 0) : (found.Unseen, found.Late);
    }
}

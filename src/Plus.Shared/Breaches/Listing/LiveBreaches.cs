using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Breaches.Listing;

/// <summary>A violation that is not settled, with whom it is about.</summary>
public sealed record LiveBreachRow(Breach Breach, ClientId Client, string Name, string Measure);

/// <summary>Reads the violations of open sections that are not settled; the count and the rows are one.</summary>
public sealed class LiveBreaches(PlusDb db, StaffAccessor staff)
{
    /// <summary>The oldest first.</summary>
    public Task<List<LiveBreachRow>> ReadAsync(bool own, string permission, CancellationToken ct) =>
        (
            from b in Within(own, permission)
            join s in db.Set<Section>() on b.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            orderby b.OccurredOn, b.Id
            select new LiveBreachRow(b, s.ClientId, c.Surname + " " + c.GivenName, s.Measure)
        ).ToListAsync(ct);

    public Task<int> CountAsync(bool own, string permission, CancellationToken ct) =>
        Within(own, permission).CountAsync(ct);

    private IQueryable<Breach> Within(bool own, string permission)
    {
        var me = staff.Current.Id;
        var sections = db.Set<Section>()
            .Within(staff.Current, permission)
            .Where(s => s.ClosedOn == null && s.AnnulledOn == null && (!own || s.ManagerId == me));
        return db.Set<Breach>()
            .AsNoTracking()
            .Where(b =>
                b.WithdrawnOn == null
                && b.Justified != true
                && (b.AnsweredOn == null || b.Unserved || b.Undecided)
                && sections.Any(s => s.Id == b.SectionId)
            );
    }
}

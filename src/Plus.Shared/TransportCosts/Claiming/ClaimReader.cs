using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Claiming;

/// <summary>A claim with whose it is.</summary>
public sealed record ClaimRow(TransportClaim Claim, ClientId Client, string Name, string? Office);

/// <summary>What was approved in a year by office.</summary>
public sealed record YearSum(string Office, int Claims, decimal Claimed, decimal Approved, decimal Paid);

/// <summary>Claims within reach.</summary>
public sealed class ClaimReader(PlusDb db, StaffAccessor staff)
{
    public IQueryable<TransportClaim> Within(string permission)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        return db.Set<TransportClaim>().Where(c => sections.Any(s => s.Id == c.SectionId));
    }

    public IQueryable<ClaimRow> Rows(IQueryable<TransportClaim> claims) =>
        from c in claims
        join s in db.Set<Section>() on c.SectionId equals s.Id
        join p in db.Set<Client>() on s.ClientId equals p.Id
        orderby c.ClaimedOn, c.Id
        select new ClaimRow(
            c,
            p.Id,
            p.Surname + " " + p.GivenName,
            db.Set<Office>().Where(o => o.Id == s.OfficeId).Select(o => o.Name).FirstOrDefault()
        );

    /// <summary>Sums of the claims of a year, by the day on which they were claimed.</summary>
    public async Task<IReadOnlyList<YearSum>> YearAsync(int year, string permission, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var found = await (
            from c in Within(permission)
            join s in db.Set<Section>() on c.SectionId equals s.Id
            join o in db.Set<Office>() on s.OfficeId equals o.Id
            where c.ClaimedOn >= first && c.ClaimedOn <= last
            group c by o.Name into g
            orderby g.Key
            select new
            {
                Office = g.Key,
                Claims = g.Count(),
                Claimed = g.Sum(c => c.Amount),
                Approved = g.Sum(c => c.ApprovedAmount ?? 0),
                Paid = g.Sum(c => c.ListId == null ? 0 : c.ApprovedAmount ?? 0),
            }
        ).ToListAsync(ct);
        return [.. found.Select(f => new YearSum(f.Office, f.Claims, f.Claimed, f.Approved, f.Paid))];
    }
}

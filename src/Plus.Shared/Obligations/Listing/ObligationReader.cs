using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Listing;

/// <summary>An obligation with what its checks say.</summary>
/// <param name="LastFinding">Finding of the latest check; null while never checked.</param>
/// <param name="Percent">How far it is by the latest check that says so.</param>
public sealed record ObligationLine(
    Obligation Obligation,
    int Checks,
    int Violations,
    DateOnly? LastCheckedOn,
    string? LastFinding,
    int? Percent
);

/// <summary>One check and who made it.</summary>
public sealed record CheckLine(DateOnly OnDay, string Finding, int? Percent, string Note, string By);

/// <summary>Reads obligations of sections within the person's reach.</summary>
public sealed class ObligationReader(PlusDb db, StaffAccessor staff)
{
    private List<Guid> _chain = [];

    /// <summary>All obligations of a section already found within reach, those that bind first.</summary>
    public async Task<IReadOnlyList<ObligationLine>> OfSectionAsync(SectionId section, CancellationToken ct)
    {
        var rows = await db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => o.SectionId == section)
            .Select(o => new
            {
                Obligation = o,
                Checks = db.Set<ObligationCheck>()
                    .Where(c => c.ObligationId == o.Id)
                    .OrderByDescending(c => c.OnDay)
                    .ThenByDescending(c => c.Id)
                    .Select(c => new
                    {
                        c.OnDay,
                        c.Finding,
                        c.Percent,
                    })
                    .ToList(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Obligation.EndReason is not null)
                .ThenByDescending(r => r.Obligation.From)
                .ThenByDescending(r => r.Obligation.Id)
                .Select(r => new ObligationLine(
                    r.Obligation,
                    r.Checks.Count,
                    r.Checks.Count(c => c.Finding == "violated"),
                    r.Checks.FirstOrDefault()?.OnDay,
                    r.Checks.FirstOrDefault()?.Finding,
                    r.Checks.FirstOrDefault(c => c.Percent is not null)?.Percent
                )),
        ];
    }

    /// <summary>One obligation within reach, tracked; null when there is none.</summary>
    public async Task<Obligation?> FindAsync(Guid id, string permission, CancellationToken ct)
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        return await db.Set<Obligation>()
            .SingleOrDefaultAsync(o => o.Id == id && sections.Any(s => s.Id == o.SectionId), ct);
    }

    public Task<List<CheckLine>> ChecksAsync(Guid obligation, CancellationToken ct) =>
        (
            from c in db.Set<ObligationCheck>()
            join s in db.Set<Staff>() on c.CheckedBy equals s.Id
            where c.ObligationId == obligation
            orderby c.OnDay descending, c.Id descending
            select new CheckLine(c.OnDay, c.Finding, c.Percent, c.Note, s.GivenName + " " + s.Surname)
        ).ToListAsync(ct);

    /// <summary>Whom a ban on contact names: only for who may see victims. Who changes a ban without that permission
    /// leaves the people standing with the obligation before the change.</summary>
    public async Task<string?> PeopleAsync(Guid obligation, CancellationToken ct)
    {
        if (!staff.Current.May(SpecialCategories.Victims))
        {
            return null;
        }

        var chain = await ChainAsync(obligation, ct);
        var named = await db.Set<AvoidedPeople>()
            .AsNoTracking()
            .Where(p => chain.Contains(p.ObligationId))
            .ToListAsync(ct);
        return named.MinBy(p => chain.IndexOf(p.ObligationId))?.People;
    }

    /// <summary>Addresses that a ban protects, with those written down before it was changed; not tracked.</summary>
    public async Task<List<ProtectedAddress>> ProtectedAsync(Guid obligation, CancellationToken ct)
    {
        if (!staff.Current.May(SpecialCategories.Victims))
        {
            return [];
        }

        var chain = await ChainAsync(obligation, ct);
        return await db.Set<ProtectedAddress>()
            .AsNoTracking()
            .Where(a => chain.Contains(a.ObligationId) && a.EndedOn == null)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
    }

    // The obligation and those it follows, the latest first.
    private async Task<List<Guid>> ChainAsync(Guid obligation, CancellationToken ct)
    {
        if (_chain.Count > 0 && _chain[0] == obligation)
        {
            return _chain;
        }

        var chain = new List<Guid>();
        for (Guid? id = obligation; id is { } now; )
        {
            chain.Add(now);
            id = await db.Set<Obligation>().Where(o => o.Id == now).Select(o => o.FollowsId).SingleOrDefaultAsync(ct);
        }

        return _chain = chain;
    }
}

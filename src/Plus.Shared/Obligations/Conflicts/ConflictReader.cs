using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>A line of the list.</summary>
/// <param name="Ask">Who is to be asked; null for the head of the office.</param>
public sealed record ConflictRow(
    Guid Id,
    ClientId Client,
    string ClientName,
    string Place,
    DateTimeOffset FoundAt,
    string? Ask,
    string? Verdict,
    DateTimeOffset? SettledAt
);

/// <summary>Conflicts of places with bans, in sections within the person's reach.</summary>
public sealed class ConflictReader(PlusDb db, StaffAccessor staff)
{
    private const int MostCounted = 1_000;

    public IQueryable<BanConflict> Within()
    {
        var sections = db.Set<Section>().Within(staff.Current, ObligationsModule.View);
        return db.Set<BanConflict>().Where(c => sections.Any(s => s.Id == c.SectionId));
    }

    /// <summary>Those that wait for the person: asked of them, or of nobody in particular and they know the bans.</summary>
    public IQueryable<BanConflict> OfMine()
    {
        var (me, knows) = (staff.Current.Id, staff.Current.May(ObligationsModule.Protect));
        return Within().Where(c => c.SettledAt == null && (c.AskId == me || (c.AskId == null && knows)));
    }

    /// <summary>Those of the person's own sections that wait for somebody else.</summary>
    public IQueryable<BanConflict> OfOthers()
    {
        var me = staff.Current.Id;
        return Within()
            .Where(c =>
                c.SettledAt == null
                && c.AskId != me
                && db.Set<Section>().Any(s => s.Id == c.SectionId && s.ManagerId == me)
            );
    }

    /// <summary>How many wait for the person, and how many of the person's own sections wait for somebody else.</summary>
    public async Task<(int Mine, int Others)> WaitingAsync(CancellationToken ct)
    {
        var (me, knows) = (staff.Current.Id, staff.Current.May(ObligationsModule.Protect));
        var waiting = await Within()
            .Where(c => c.SettledAt == null)
            .Select(c => new { c.AskId, Own = db.Set<Section>().Any(s => s.Id == c.SectionId && s.ManagerId == me) })
            .Take(MostCounted)
            .ToListAsync(ct);
        return (
            waiting.Count(c => c.AskId == me || (c.AskId is null && knows)),
            waiting.Count(c => c.Own && c.AskId != me)
        );
    }

    /// <summary>The person answers for the conflict: it is asked of them, or they know the bans.</summary>
    public bool MaySettle(BanConflict conflict) =>
        conflict.Waits && (conflict.AskId == staff.Current.Id || staff.Current.May(ObligationsModule.Protect));

    public IQueryable<ConflictRow> Rows(IQueryable<BanConflict> conflicts) =>
        from c in conflicts
        join p in db.Set<Client>() on c.ClientId equals p.Id
        join s in db.Set<Staff>() on c.AskId equals (StaffId?)s.Id into people
        from s in people.DefaultIfEmpty()
        orderby c.FoundAt descending, c.Id descending
        select new ConflictRow(
            c.Id,
            c.ClientId,
            p.Surname + " " + p.GivenName,
            c.Place,
            c.FoundAt,
            s == null ? null : s.GivenName + " " + s.Surname,
            c.Verdict,
            c.SettledAt
        );
}

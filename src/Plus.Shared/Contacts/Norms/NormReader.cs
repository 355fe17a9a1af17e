using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Contacts;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Contacts.Norms;

/// <summary>When the next contact is due by the level of risk.</summary>
public sealed record NextContact(string Level, int PerMonth, DateOnly? LastOn, DateOnly Day, bool Unverified);

/// <summary>A section with fewer contacts than its level asks for.</summary>
public sealed record BelowNorm(
    SectionId Section,
    ClientId Client,
    string Name,
    string Measure,
    string Level,
    int Held,
    int Wanted,
    DateOnly? NextOn
);

/// <summary>Reads how often clients are met and how often they should be.</summary>
public sealed class NormReader(PlusDb db, ContactKinds kinds, CurrentRules rules, StaffAccessor staff, PlusClock clock)
{
    /// <summary>When the next contact of a section is due; null while no level of risk is set.</summary>
    public async Task<NextContact?> NextAsync(SectionId section, CancellationToken ct)
    {
        if (
            await db.Set<ContactNorm>().AsNoTracking().SingleOrDefaultAsync(n => n.SectionId == section, ct)
            is not { } norm
        )
        {
            return null;
        }

        var counted = await CountedAsync(ct);
        var last = await db.Set<Contact>()
            .Where(c => c.SectionId == section && c.State == ContactState.Held && counted.Contains(c.Kind))
            .MaxAsync(c => (DateTimeOffset?)c.PlannedAt, ct);
        DateOnly? lastOn = last is { } at ? PlusClock.DayOf(at) : null;
        var set = await rules.ReadAsync(ct);
        var need = ContactFrequency.Next(norm.Level, lastOn ?? norm.From, set.Parameters, set.Calendar);
        var day = need.NextBy < clock.Today ? set.Calendar.WorkingDayOnOrAfter(clock.Today) : need.NextBy;
        return new NextContact(norm.Level, need.PerMonth, lastOn, day, need.Standing == Standing.Unverified);
    }

    /// <summary>Active sections with fewer contacts in the last thirty days than their level asks for, worst first.</summary>
    public async Task<IReadOnlyList<BelowNorm>> BelowAsync(bool own, string permission, CancellationToken ct)
    {
        var me = staff.Current.Id;
        var counted = await CountedAsync(ct);
        var since = PlusClock.InstantOf(clock.Today.AddDays(1 - ContactFrequency.Days), TimeOnly.MinValue);
        var now = clock.Now;
        var rows = await (
            from n in db.Set<ContactNorm>()
            join s in db.Set<Section>().Within(staff.Current, permission) on n.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where s.State == SectionState.Active && (!own || s.ManagerId == me)
            select new
            {
                Norm = n,
                s.ClientId,
                s.Measure,
                Name = c.Surname + " " + c.GivenName,
                Held = db.Set<Contact>()
                    .Count(x =>
                        x.SectionId == s.Id
                        && x.State == ContactState.Held
                        && x.PlannedAt >= since
                        && counted.Contains(x.Kind)
                    ),
                Next = db.Set<Contact>()
                    .Where(x => x.SectionId == s.Id && x.State == ContactState.Planned && x.PlannedAt >= now)
                    .Min(x => (DateTimeOffset?)x.PlannedAt),
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        return
        [
            .. rows.Select(r => new BelowNorm(
                    r.Norm.SectionId,
                    r.ClientId,
                    r.Name,
                    r.Measure,
                    r.Norm.Level,
                    r.Held,
                    ContactFrequency.Wanted(r.Norm.Level, r.Norm.From, clock.Today, parameters),
                    r.Next is { } at ? PlusClock.DayOf(at) : null
                ))
                .Where(b => b.Held < b.Wanted)
                .OrderByDescending(b => b.Wanted - b.Held)
                .ThenBy(b => b.Name, StringComparer.Ordinal),
        ];
    }

    private async Task<List<string>> CountedAsync(CancellationToken ct) =>
        [.. (await kinds.ReadAsync(ct)).Where(k => k.CountsToNorm).Select(k => k.Code)];
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;

namespace Plus.Shared.Cases.Transfers;

/// <summary>The offices and people that can carry sections out on a day.</summary>
public sealed class TransferTargets(PlusDb db, StaffAccessor staff)
{
    /// <summary>Offices open on the day, in Latvian order of names.</summary>
    public async Task<IReadOnlyList<Choice>> OfficesAsync(DateOnly on, CancellationToken ct) =>
        [
            .. (
                await db.Set<Office>()
                    .AsNoTracking()
                    .Where(o => o.From <= on && (o.To == null || o.To >= on) && o.Kind != OfficeKind.Central)
                    .OrderBy(o => o.Name)
                    .Select(o => new { o.Id, o.Name })
                    .ToListAsync(ct)
            ).Select(o => new Choice(o.Id.ToString(), o.Name)),
        ];

    /// <summary>People who may manage sections in an office on the day; of all offices in reach when none is named.</summary>
    public async Task<IReadOnlyList<Choice>> ManagersAsync(OfficeId? office, DateOnly on, CancellationToken ct)
    {
        var reach = Reach();
        var people = await PostsOn(on)
            .Where(p => office == null ? reach == null || reach.Contains(p.OfficeId) : p.OfficeId == office)
            .Join(
                db.Set<Staff>(),
                p => p.StaffId,
                s => s.Id,
                (p, s) =>
                    new
                    {
                        s.Id,
                        s.Surname,
                        s.GivenName,
                    }
            )
            .Distinct()
            .OrderBy(s => s.Surname)
            .ThenBy(s => s.GivenName)
            .ToListAsync(ct);
        return [.. people.Select(s => new Choice(s.Id.ToString(), s.GivenName + " " + s.Surname))];
    }

    /// <summary>People who may manage sections in an office on the day.</summary>
    public async Task<IReadOnlyList<(StaffId Id, string Name)>> PeopleAsync(
        OfficeId office,
        DateOnly on,
        CancellationToken ct
    ) =>
        [
            .. (await ManagersAsync(office, on, ct)).Select(m =>
                (StaffId.TryParse(m.Value, out var id) ? id : default, m.Text)
            ),
        ];

    /// <summary>Whether more than one office lies within reach, so that its people are many.</summary>
    public bool ReachesSeveralOffices => Reach() is not { Count: <= 1 };

    /// <summary>One person, as a list of choices offers them; empty when there is none.</summary>
    public async Task<IReadOnlyList<Choice>> NameAsync(StaffId manager, CancellationToken ct)
    {
        var person = await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == manager, ct);
        return person is null ? [] : [new Choice(person.Id.ToString(), person.GivenName + " " + person.Surname)];
    }

    /// <summary>People whose name contains what was typed, whatever its letters' marks; also those who have left.</summary>
    public async Task<IReadOnlyList<StaffId>> NamedAsync(string typed, CancellationToken ct)
    {
        var people = await db.Set<Staff>()
            .AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.GivenName,
                s.Surname,
            })
            .ToListAsync(ct);
        var words = NameFolding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. people
                .Where(s =>
                    NameFolding.Fold(s.GivenName + " " + s.Surname) is var name
                    && Array.TrueForAll(words, w => name.Contains(w, StringComparison.Ordinal))
                )
                .Select(s => s.Id),
        ];
    }

    /// <summary>What stands against handing sections over to them; null when nothing does.</summary>
    public async Task<Refusal?> RefuseAsync(OfficeId office, StaffId? manager, DateOnly on, CancellationToken ct)
    {
        var open = await db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == office, ct);
        if (open is null || !open.OpenOn(on))
        {
            return new OfficeIsClosed();
        }

        return manager is null || await PostsOn(on).AnyAsync(p => p.StaffId == manager && p.OfficeId == office, ct)
            ? null
            : new ManagerWorksElsewhere();
    }

    // Only who may work with sections can have them: the role decides, not its name.
    private IQueryable<StaffPost> PostsOn(DateOnly on)
    {
        var roles = db.Set<Role>().Where(r => r.Permissions.Contains(CasePermissions.Work)).Select(r => r.Code);
        return db.Set<StaffPost>()
            .Where(p => p.From <= on && (p.To == null || p.To >= on) && roles.Contains(p.RoleCode))
            .Where(p =>
                db.Set<Staff>()
                    .Any(s => s.Id == p.StaffId && s.ActiveFrom <= on && (s.ActiveTo == null || s.ActiveTo >= on))
            );
    }

    private List<OfficeId>? Reach() =>
        staff.Current.ScopeOf(CasePermissions.View) switch
        {
            AccessScope.Service => null,
            AccessScope.Region => [.. staff.Current.RegionOffices],
            _ => [.. staff.Current.Offices],
        };
}

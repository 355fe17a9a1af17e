using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Lists;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>The staff list as it was asked for: filtered, ordered, a page or all of it.</summary>
internal sealed class StaffList(PlusDb db, PlusClock clock, StaffScope scope)
{
    public static readonly ListRules Rules = new("/access/staff", "surname")
    {
        Sorts = ["userName", "lastLogIn"],
        Filters = ["office", "role", "state"],
    };

    public IQueryable<Staff> Narrow(ListQuery query)
    {
        var (today, now) = (clock.Today, clock.Now);
        var people = scope.Visible(AccessPermissions.StaffView).AsNoTracking();
        people = query.Code("state") switch
        {
            "left" => people.Where(s => s.ActiveTo < today || s.EndsAt <= now),
            "notYet" => people.Where(s => s.PasswordHash == null && s.ActiveTo == null),
            "locked" => people.Where(s => s.LockoutEnd > clock.Now),
            "all" => people,
            _ => people.Where(s => (s.ActiveTo == null || s.ActiveTo >= today) && (s.EndsAt == null || s.EndsAt > now)),
        };
        var posts = db.Set<StaffPost>().Where(p => p.From <= today && (p.To == null || p.To >= today));
        if (query.Code("role") is { } role)
        {
            people = people.Where(s => posts.Any(p => p.StaffId == s.Id && p.RoleCode == role));
        }

        if (OfficeId.TryParse(query.Code("office"), out var office))
        {
            people = people.Where(s => posts.Any(p => p.StaffId == s.Id && p.OfficeId == office));
        }

        return query.Sort switch
        {
            "userName" => query.Falls ? people.OrderByDescending(s => s.UserName) : people.OrderBy(s => s.UserName),
            "lastLogIn" => query.Falls
                ? people.OrderByDescending(s => s.LastLogIn).ThenBy(s => s.Surname).ThenBy(s => s.Id)
                : people.OrderBy(s => s.LastLogIn).ThenBy(s => s.Surname).ThenBy(s => s.Id),
            _ => query.Falls
                ? people.OrderByDescending(s => s.Surname).ThenByDescending(s => s.GivenName).ThenBy(s => s.Id)
                : people.OrderBy(s => s.Surname).ThenBy(s => s.GivenName).ThenBy(s => s.Id),
        };
    }

    /// <summary>People with what they do today; two statements however many there are.</summary>
    public async Task<List<StaffRow>> RowsAsync(IQueryable<Staff> people, CancellationToken ct)
    {
        var (today, now) = (clock.Today, clock.Now);
        var found = await people.ToListAsync(ct);
        var ids = found.Select(s => s.Id).ToHashSet();
        var posts = await (
            from post in db.Set<StaffPost>().AsNoTracking()
            join office in db.Set<Office>() on post.OfficeId equals office.Id
            where ids.Contains(post.StaffId) && post.From <= today && (post.To == null || post.To >= today)
            orderby post.From
            select new
            {
                post.StaffId,
                post.RoleCode,
                office.Name,
            }
        ).ToListAsync(ct);
        var byPerson = posts.ToLookup(p => p.StaffId);
        return
        [
            .. found.Select(s => new StaffRow(
                s.Id,
                s.Surname + " " + s.GivenName,
                s.UserName,
                [.. byPerson[s.Id].Select(p => p.RoleCode).Distinct()],
                string.Join(", ", byPerson[s.Id].Select(p => p.Name).Distinct()),
                s.LastLogIn,
                s.ActiveTo < today || s.HasLeftAt(now) ? "left"
                    : s.LockoutEnd > clock.Now ? "locked"
                    : s.PasswordHash is null ? "notYet"
                    : "active"
            )),
        ];
    }
}

/// <param name="State">active, notYet (no password set), locked or left.</param>
internal sealed record StaffRow(
    StaffId Id,
    string Name,
    string UserName,
    IReadOnlyList<string> Roles,
    string Offices,
    DateTimeOffset? LastLogIn,
    string State
);

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Proposals;

/// <summary>
/// Gives a post, or proposes it where the role is privileged: then a second person decides. Only while nobody else could
/// decide - a service with one administrator - one person is enough.
/// </summary>
internal sealed class PostGiving(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    /// <summary>Adds the post or the proposal to what is committed next; true when it was only proposed.</summary>
    public async Task<bool> AddAsync(
        StaffId person,
        OfficeId office,
        string role,
        DateOnly from,
        DateOnly? to,
        CancellationToken ct
    )
    {
        var privileged = await db.Set<Role>().AnyAsync(r => r.Code == role && r.Privileged, ct);
        if (privileged && await AnotherDecidesAsync(person, ct))
        {
            db.Add(new PostProposal(person, office, role, from, to, staff.Current.Id!.Value, clock.Now));
            return true;
        }

        db.Add(new StaffPost(person, office, role, from, to).Confirm(staff.Current.Id, clock.Today));
        return false;
    }

    /// <summary>Whether somebody besides the person acting and the one concerned may decide and can log in.</summary>
    private async Task<bool> AnotherDecidesAsync(StaffId person, CancellationToken ct)
    {
        var (me, today, now) = (staff.Current.Id, clock.Today, clock.Now);
        return await (
            from post in db.Set<StaffPost>()
            join other in db.Set<Staff>() on post.StaffId equals other.Id
            join role in db.Set<Role>() on post.RoleCode equals role.Code
            where
                role.Permissions.Contains(AccessPermissions.Decide)
                && other.Id != me
                && other.Id != person
                && (other.PasswordHash != null || db.Set<StaffSubject>().Any(s => s.StaffId == other.Id))
                && (other.EndsAt == null || other.EndsAt > now)
                && (other.ActiveTo == null || other.ActiveTo >= today)
                && post.From <= today
                && (post.To == null || post.To >= today)
            select post.Id
        ).AnyAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Leaving;

/// <summary>Sees to it that somebody always can manage staff: without them nobody could ever be let in again.</summary>
internal sealed class LastAdministrator(PlusDb db, PlusClock clock)
{
    /// <summary>Whether nobody would be left who manages staff in the whole service and can log in from today on.</summary>
    /// <param name="withoutPerson">Somebody about to leave.</param>
    /// <param name="withoutPost">A post about to end.</param>
    /// <param name="withoutRole">A role about to lose the permission or its reach.</param>
    public async Task<bool> WouldBeGoneAsync(
        StaffId? withoutPerson = null,
        Guid? withoutPost = null,
        string? withoutRole = null,
        CancellationToken ct = default
    )
    {
        var today = clock.Today;
        var posts =
            from post in db.Set<StaffPost>().AsNoTracking()
            join person in db.Set<Staff>() on post.StaffId equals person.Id
            join role in db.Set<Role>() on post.RoleCode equals role.Code
            where
                role.Scope == AccessScope.Service
                && role.Permissions.Contains(AccessPermissions.StaffManage)
                && post.From <= today
                && post.To == null
                && person.ActiveTo == null
                && (person.PasswordHash != null || db.Set<StaffSubject>().Any(s => s.StaffId == person.Id))
            select new
            {
                Post = post.Id,
                Person = person.Id,
                Role = role.Code,
            };
        var held = await posts.ToListAsync(ct);
        return held.Count > 0
            && held.TrueForAll(p => p.Person == withoutPerson || p.Post == withoutPost || p.Role == withoutRole);
    }
}

/// <summary>Somebody else must be able to manage staff first.</summary>
internal sealed record LastAdministratorWouldLeave() : Refusal("access.lastAdministrator");

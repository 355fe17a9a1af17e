using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Posts;

/// <summary>Who may give which post: nobody to themselves, and nobody one that reaches further than their own right.</summary>
internal sealed class PostRules(PlusDb db, StaffAccessor staff, StaffScope scope)
{
    /// <param name="person">Null for somebody who is being added.</param>
    /// <returns>Null when the post may be given.</returns>
    public async Task<Refusal?> CheckAsync(
        StaffId? person,
        OfficeId office,
        string roleCode,
        DateOnly from,
        CancellationToken ct
    )
    {
        if (person is not null && person == staff.Current.Id)
        {
            return new OwnPostsAreGivenByAnother();
        }

        var place = await db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == office, ct);
        if (place is null || !scope.Reaches(AccessPermissions.StaffManage, office))
        {
            return new OfficeUnknown();
        }

        if (!place.OpenOn(from))
        {
            return new OfficeNotOpenThen();
        }

        var role = await db.Set<Role>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == roleCode, ct);
        if (role is null)
        {
            return new RoleUnknown();
        }

        return role.Scope > staff.Current.ScopeOf(AccessPermissions.StaffManage)
            ? new RoleReachesFurtherThanYours()
            : null;
    }
}

internal sealed record OwnPostsAreGivenByAnother() : Refusal("access.post.ownByAnother");

internal sealed record OfficeUnknown() : Refusal("access.post.officeUnknown")
{
    public override string Field => "Office";
}

internal sealed record OfficeNotOpenThen() : Refusal("access.post.officeNotOpen")
{
    public override string Field => "Office";
}

internal sealed record RoleUnknown() : Refusal("access.post.roleUnknown")
{
    public override string Field => "Role";
}

internal sealed record RoleReachesFurtherThanYours() : Refusal("access.post.roleTooFar")
{
    public override string Field => "Role";
}

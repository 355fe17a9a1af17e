using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Roles;

/// <summary>Role by permission: who may do what.</summary>
[RequiresPermission(AccessPermissions.RolesView)]
internal sealed class RolesPage(RoleMatrix matrix, StaffAccessor staff) : PageModel
{
    public IReadOnlyList<PermissionGroup> Groups => matrix.Groups;

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public bool MayChange => staff.Current.May(AccessPermissions.RolesChange);

    public async Task OnGetAsync(CancellationToken ct) => Roles = await matrix.RolesAsync(ct);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Roles;

/// <summary>The roles; what one of them may do, or which of them have a permission.</summary>
[RequiresPermission(AccessPermissions.RolesView)]
internal sealed class RolesPage(RoleMatrix matrix, StaffAccessor staff) : PageModel
{
    private IReadOnlyList<Role> _roles = [];

    /// <summary>Code of the role whose permissions are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>Code of the permission whose roles are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Permission { get; set; }

    public IReadOnlyList<PermissionGroup> Groups => matrix.Groups;

    public Role? Chosen => _roles.FirstOrDefault(r => r.Code == Role);

    public string? Asked => Permission is { } asked && Groups.Any(g => g.Permissions.Contains(asked)) ? asked : null;

    /// <summary>All roles, or those that have the permission asked for.</summary>
    public IEnumerable<Role> Shown => _roles.Where(r => Asked is not { } asked || r.Permissions.Contains(asked));

    public bool MayChange => staff.Current.May(AccessPermissions.RolesChange);

    /// <summary>How many permissions of this version of PLUS a role has.</summary>
    public int CountOf(Role role) => Groups.Sum(g => g.Permissions.Count(role.Permissions.Contains));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _roles = await matrix.RolesAsync(ct);
        return (Role is null || Chosen is not null) && (Permission is null || Asked is not null) ? Page() : NotFound();
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Roles;

/// <summary>Which role holds which permission, and how far.</summary>
internal sealed class RoleMatrix(PlusDb db, ModuleList modules)
{
    /// <summary>Permissions by room, in the order of the rooms.</summary>
    public IReadOnlyList<PermissionGroup> Groups { get; } =
    [
        .. modules
            .All.Where(m => m.Permissions.Any())
            .Select(m => new PermissionGroup(m.Code, [.. m.Permissions.Select(p => p.Code)])),
    ];

    /// <summary>The roles in the order of their reach and code.</summary>
    public async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken ct) =>
        [
            .. (await db.Set<Role>().AsNoTracking().ToListAsync(ct))
                .OrderBy(r => r.Scope)
                .ThenBy(r => r.Code, StringComparer.Ordinal),
        ];
}

/// <param name="Room">Code of the room that declares them.</param>
internal sealed record PermissionGroup(string Room, IReadOnlyList<string> Permissions);

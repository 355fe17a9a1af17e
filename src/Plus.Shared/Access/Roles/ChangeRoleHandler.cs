using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Roles;

/// <summary>What a role may do changes, with a reason; it takes effect with everybody's next click.</summary>
internal sealed class ChangeRoleHandler(
    PlusDb db,
    Processes processes,
    StaffAccessor staff,
    ModuleList modules,
    LastAdministrator administrators
)
{
    public static readonly ProcessType Changed = new("access.roleChanged");

    public async Task<Outcome<Unit>> ChangeAsync(
        string code,
        IReadOnlyCollection<string> permissions,
        AccessScope scope,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        var role = await db.Set<Role>().SingleOrDefaultAsync(r => r.Code == code, ct);
        if (role is null)
        {
            return new NoSuchRecord();
        }

        // What this version of PLUS does not know stays as it is: an older node must not drop a newer one's permission.
        var known = modules.Permissions.ToHashSet(StringComparer.Ordinal);
        if (scope == AccessScope.None || !Enum.IsDefined(scope) || permissions.Any(p => !known.Contains(p)))
        {
            return new RoleOfUnknownParts();
        }

        var wanted = permissions
            .Concat(role.Permissions.Where(p => !known.Contains(p)))
            .ToHashSet(StringComparer.Ordinal);
        var gains = wanted.Except(role.Permissions, StringComparer.Ordinal).Any() || scope > role.Scope;
        if (gains && staff.Current.Roles.Contains(code, StringComparer.Ordinal))
        {
            return new OwnRoleIsWidenedByAnother();
        }

        var manages = wanted.Contains(AccessPermissions.StaffManage) && scope == AccessScope.Service;
        if (!manages && await administrators.WouldBeGoneAsync(withoutRole: code, ct: ct))
        {
            return new LastAdministratorWouldLeave();
        }

        db.Entry(role).Property(r => r.Version).OriginalValue = version;
        role.Grant(wanted, scope);
        return await processes.CommitAsync(
            new ProcessStart(Changed)
            {
                Reason = reason,
                Values = new Dictionary<string, object?> { ["role"] = code },
            },
            ct
        );
    }
}

/// <summary>Nobody gives their own role more than it has.</summary>
internal sealed record OwnRoleIsWidenedByAnother() : Refusal("access.role.ownByAnother");

internal sealed record RoleOfUnknownParts() : Refusal("access.role.unknownParts");

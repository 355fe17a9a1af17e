using Plus.Kernel.Access;

namespace Plus.Shared.Access;

/// <summary>The permissions of this room.</summary>
public static class AccessPermissions
{
    public const string StaffView = "access.staffView";

    public const string StaffManage = "access.staffManage";

    public const string RolesView = "access.rolesView";

    public const string RolesChange = "access.rolesChange";

    /// <summary>Say every half-year that people still need their access.</summary>
    public const string Confirm = "access.confirm";

    public static IReadOnlyList<Permission> All { get; } =
    [new(StaffView), new(StaffManage), new(RolesView), new(RolesChange), new(Confirm), .. SpecialCategories.All];
}

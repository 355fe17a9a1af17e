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

    /// <summary>Be the second person who gives a privileged role.</summary>
    public const string Decide = "access.decide";

    /// <summary>A role that holds one of these is privileged.</summary>
    public static IReadOnlyList<string> Powerful { get; } = [StaffManage, RolesChange, Decide];

    /// <summary>Close clients to some people and open them again.</summary>
    public const string Restrict = "access.restrict";

    /// <summary>Arrange who stands in for whom.</summary>
    public const string Substitute = "access.substitute";

    /// <summary>Open a record outside one's reach in need.</summary>
    public const string OpenInNeed = "access.openInNeed";

    /// <summary>Consent to and review what was opened in need.</summary>
    public const string ReviewOpenings = "access.reviewOpenings";

    /// <summary>Record which trainings people have had.</summary>
    public const string Trainings = "access.trainings";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(StaffView),
        new(StaffManage),
        new(RolesView),
        new(RolesChange),
        new(Confirm),
        new(Decide),
        new(Restrict) { Word = "restrictions" },
        new(Substitute),
        new(Trainings),
        new(OpenInNeed),
        new(ReviewOpenings) { Word = "openings" },
        .. SpecialCategories.All,
    ];
}

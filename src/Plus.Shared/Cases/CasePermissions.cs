using Plus.Kernel.Access;

namespace Plus.Shared.Cases;

/// <summary>The permissions of this room.</summary>
public static class CasePermissions
{
    /// <summary>See lists of sections and a section.</summary>
    public const string View = "cases.view";

    /// <summary>Open a section by hand.</summary>
    public const string Open = "cases.open";

    /// <summary>Register, suspend, resume, close; change the function's own facts.</summary>
    public const string Work = "cases.work";

    /// <summary>Open a closed section again.</summary>
    public const string Reopen = "cases.reopen";

    /// <summary>Annul what was registered in error.</summary>
    public const string Annul = "cases.annul";

    /// <summary>Assign to a case manager, transfer between offices.</summary>
    public const string Assign = "cases.assign";

    public static IEnumerable<Permission> All =>
        new[] { View, Open, Work, Reopen, Annul, Assign }.Select(c => new Permission(c)
        {
            OfPeople = true,
            Reads = c == View,
        });
}

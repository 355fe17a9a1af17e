using Plus.Kernel.Access;

namespace Plus.Shared.Clients;

/// <summary>What may be done with clients; texts <c>permission.&lt;code&gt;</c>.</summary>
public static class ClientPermissions
{
    public const string Search = "clients.search";
    public const string View = "clients.view";
    public const string Create = "clients.create";
    public const string Edit = "clients.edit";

    /// <summary>Write down what is known of health. It is read with the permission of the special category.</summary>
    public const string EditHealth = "clients.editHealth";
    public const string FormCase = "clients.formCase";
    public const string MustNotMeet = "clients.mustNotMeet";
    public const string Duplicates = "clients.duplicates";

    public static IEnumerable<Permission> All =>
        new[] { Search, View, Create, Edit, EditHealth, FormCase, MustNotMeet, Duplicates }.Select(c => new Permission(
            c
        )
        {
            OfPeople = true,
            Reads = c is Search or View,
        });
}

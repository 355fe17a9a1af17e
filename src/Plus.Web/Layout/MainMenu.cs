using Plus.Kernel.Access;

namespace Plus.Web.Layout;

/// <summary>The main menu as the person of this request sees it.</summary>
public sealed class MainMenu(IEnumerable<MenuItem> items, StaffAccessor staff)
{
    /// <summary>Who is logged in; null for nobody.</summary>
    public string? UserName => staff.Current.Id is null ? null : staff.Current.Name;

    /// <summary>The entries the person may open.</summary>
    public IReadOnlyList<MenuItem> Shown =>
        [
            .. items
                .Where(item => May(item.Permission))
                .OrderBy(item => item.Place)
                .ThenBy(item => item.TextKey, StringComparer.Ordinal),
        ];

    /// <summary>Whether the person holds the permission.</summary>
    public bool May(string? permission) =>
        staff.Current.Id is not null
        && permission is not null
        && (permission == PermissionPolicies.Everyone || staff.Current.May(permission));

    /// <summary>Whether the page belongs under the entry.</summary>
    public static bool IsCurrent(MenuItem item, string path) =>
        item.Href == "/"
            ? path == "/"
            : path.StartsWith(item.Href, StringComparison.Ordinal)
                && (path.Length == item.Href.Length || path[item.Href.Length] == '/');
}

namespace Plus.Web.WebDav;

/// <summary>Paths within a collection, and how they stand in addresses.</summary>
public static class DavPath
{
    /// <summary>The longest path that is taken, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>A decoded path as the rest works with it: one slash before each name, none at the end.</summary>
    /// <returns>Null when it climbs, holds control characters or is too long.</returns>
    public static string? Normal(string? raw)
    {
        var names = (raw ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var bad =
            (raw?.Length ?? 0) > Longest
            || names.Any(n => n is "." or ".." || n.Any(c => char.IsControl(c) || c is '\\' or '\uFFFD'));
        return bad ? null : "/" + string.Join('/', names);
    }

    /// <summary>The collection that an item lies in; the root's is the root.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var cut ? path[..cut] : "/";

    /// <summary>Whether a path lies below another, at whatever depth.</summary>
    public static bool IsBelow(string path, string root) =>
        path != root && (root == "/" || path.StartsWith(root + "/", StringComparison.Ordinal));

    /// <summary>The address of an item below a prefix, encoded; a collection's ends with a slash.</summary>
    public static string Href(string prefix, string path, bool collection) =>
        prefix
        + string.Join('/', path.Split('/').Select(Uri.EscapeDataString))
        + (collection && path != "/" ? "/" : "");
}

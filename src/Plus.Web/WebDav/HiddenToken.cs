using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>
/// Takes the token out of the address of a share or a calendar feed before anything that logs, traces or reports sees the address. It is
/// the first thing that a request passes.
/// </summary>
public static class HiddenToken
{
    /// <summary>Addresses of shares: this, the token, the path within.</summary>
    public const string Prefix = "/dav";

    /// <summary>Addresses of calendar feeds: this, the token, a name.</summary>
    public const string FeedPrefix = "/calendar/feed";

    private static readonly object Key = new();

    /// <summary>The token of the request; null when there was none.</summary>
    public static string? Of(HttpContext context) =>
        context.Items.TryGetValue(Key, out var token) ? token as string : null;

    internal static Task Apply(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        var prefix = Array.Find(
            [Prefix, FeedPrefix],
            p => path.StartsWith(p + "/", StringComparison.OrdinalIgnoreCase)
        );
        if (prefix is not null)
        {
            var rest = path[(prefix.Length + 1)..];
            var end = rest.IndexOf('/', StringComparison.Ordinal);
            context.Items[Key] = end < 0 ? rest : rest[..end];
            context.Request.Path = prefix + (end < 0 ? "/" : rest[end..]);
        }

        return next(context);
    }
}

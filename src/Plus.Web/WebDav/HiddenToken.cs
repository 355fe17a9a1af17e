using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>
/// Takes the token out of the address of a share before anything that logs, traces or reports sees the address. It is
/// the first thing that a request passes.
/// </summary>
public static class HiddenToken
{
    /// <summary>Addresses of shares: this, the token, the path within.</summary>
    public const string Prefix = "/dav";

    private static readonly object Key = new();

    /// <summary>The token of the request; null when there was none.</summary>
    public static string? Of(HttpContext context) =>
        context.Items.TryGetValue(Key, out var token) ? token as string : null;

    internal static Task Apply(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith(Prefix + "/", StringComparison.OrdinalIgnoreCase))
        {
            var rest = path[(Prefix.Length + 1)..];
            var end = rest.IndexOf('/', StringComparison.Ordinal);
            context.Items[Key] = end < 0 ? rest : rest[..end];
            context.Request.Path = Prefix + (end < 0 ? "/" : rest[end..]);
        }

        return next(context);
    }
}

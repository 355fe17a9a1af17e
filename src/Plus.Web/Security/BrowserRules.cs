using Microsoft.AspNetCore.Http;

namespace Plus.Web.Security;

/// <summary>What the browser is told with every answer: nothing inline, nothing from elsewhere, no frame, no cache.</summary>
internal static class BrowserRules
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Written at the last moment: the error page's way through clears what was set before.</summary>
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (
            headers.CacheControl.Count == 0
            || !context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
        )
        {
            // Pages about people must not be found in the browser's cache after log-out.
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}

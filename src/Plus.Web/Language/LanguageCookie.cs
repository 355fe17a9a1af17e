using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Plus.Web.Language;

/// <summary>The reader's choice of language: cookie <c>plus-lang</c>, Latvian without it.</summary>
internal static class LanguageCookie
{
    public const string Name = "plus-lang";

    /// <summary>Sets the culture of the request.</summary>
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        var language = PageLanguage.Of(context.Request.Cookies[Name]) ?? PageLanguage.Latvian;
        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = language.Culture;
        return next(context);
    }

    /// <summary><c>GET /language/{code}?back=/path</c>: remembers the choice and goes back, within this site only.</summary>
    public static IResult Switch(string code, string? back, HttpContext context)
    {
        if (PageLanguage.Of(code) is not { } language)
        {
            return Results.NotFound();
        }

        context.Response.Cookies.Append(
            Name,
            language.Code,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(400),
            }
        );
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    /// <summary>A path of this site: one leading slash, no scheme, no backslash, no control character.</summary>
    internal static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(c => char.IsControl(c) || c == '\\');
}

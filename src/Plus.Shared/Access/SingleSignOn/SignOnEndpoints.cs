using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>The way to the provider, and the address at which it says that somebody logged out there.</summary>
internal static class SignOnEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/login/sso", Go).AllowAnonymous().RequireRateLimiting("login");
        // Machine to machine: the signature is the proof, there is no cookie to protect; and in the evening all log out.
        endpoints.MapPost("/login/sso/logout", LogoutAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static IResult Go(HttpContext http, string? back)
    {
        if (http.RequestServices.GetRequiredService<LogInWays>().Provider is null)
        {
            return Results.NotFound();
        }

        var local = back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/";
        return Results.Challenge(new AuthenticationProperties { RedirectUri = local }, [ProviderHandler.SchemeName]);
    }

    private static async Task<IResult> LogoutAsync(HttpContext http, CancellationToken ct)
    {
        if (http.RequestServices.GetRequiredService<LogInWays>().Provider is null || !http.Request.HasFormContentType)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var form = await http.Request.ReadFormAsync(ct);
        if (form["logout_token"] is not [{ Length: > 0 } token])
        {
            return Results.BadRequest();
        }

        var tokens = http.RequestServices.GetRequiredKeyedService<ProviderTokens>(ProviderHandler.SchemeName);
        try
        {
            var (subject, sid) = await tokens.LogoutAsync(token, ct);
            var issuer = (await tokens.PublishedAsync(ct)).Issuer;
            await http.RequestServices.GetRequiredService<SignOnHandler>().EndAsync(subject, sid, issuer, ct);
            return Results.Ok();
        }
        catch (Exception e) when (e is SecurityTokenException or ArgumentException)
        {
            return Results.BadRequest();
        }
    }
}

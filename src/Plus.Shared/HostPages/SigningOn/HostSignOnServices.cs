using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.HostPages.Entering;

namespace Plus.Shared.HostPages.SigningOn;

/// <summary>Whether contact persons of hosts may come in by an identity provider.</summary>
internal sealed record HostSignOn(bool Offered)
{
    /// <summary>The way to the provider.</summary>
    public const string Path = HostSession.Root + "/sso";
}

/// <summary>
/// Adds an identity provider to the ways into the host's own page: the same proven code flow as for the Service's own
/// people, with a provider and a session of its own.
/// </summary>
public static class HostSignOnServices
{
    /// <summary>Where the provider sends contact persons back to; to be registered there.</summary>
    public const string Callback = HostSession.Root + "/sso/callback";

    private const string Scheme = "hostProvider";

    private const string Refused = HostSession.Root + "/sso/refused?why=";

    public static AuthenticationBuilder AddHostSignOn(this AuthenticationBuilder authentication, LogInWays ways)
    {
        authentication.Services.AddSingleton(new HostSignOn(ways.Hosts is not null));
        if (ways.Hosts is not { } provider)
        {
            return authentication;
        }

        authentication.Services.AddScoped<HostSignOnHandler>();
        return authentication.AddProvider(Scheme, provider, Callback, HostSession.Scheme, ReceiveAsync, FailAsync);
    }

    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(HostSignOn.Path, Go).AllowAnonymous().RequireRateLimiting("login");

    private static IResult Go(HttpContext http) =>
        http.RequestServices.GetRequiredService<HostSignOn>().Offered
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = HostSession.Root }, [Scheme])
            : Results.NotFound();

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        Nobody(http);
        var handler = http.RequestServices.GetRequiredService<HostSignOnHandler>();
        var done = await handler.EnterAsync([.. context.Principal!.Claims], http.RequestAborted);
        context.HandleResponse();
        if (!done.Done)
        {
            var why = (done.Refusal as HostSignOnRefused)?.Why ?? HostSignOnRefusal.Failed;
            http.Response.Redirect(Refused + CodeConversion.CodeOf(why));
            return;
        }

        // Not kept when the browser closes: coming in again is one click at the provider.
        await http.SignInAsync(HostSession.Scheme, HostSession.Principal(done.Value));
        http.Response.Redirect(HostSession.Root);
    }

    private static async Task FailAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        Nobody(http);
        await http.RequestServices.GetRequiredService<HostSignOnHandler>().FailAsync(http.RequestAborted);
        context.HandleResponse();
        http.Response.Redirect(Refused + CodeConversion.CodeOf(HostSignOnRefusal.Failed));
    }

    // Whoever of the Service is logged in in the same browser does not act here.
    private static void Nobody(HttpContext http)
    {
        var staff = http.RequestServices.GetRequiredService<StaffAccessor>();
        staff.Current = CurrentStaff.Nobody;
        staff.Source = http.Connection.RemoteIpAddress?.ToString() ?? "local";
    }
}

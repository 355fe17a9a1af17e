using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Sessions;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>Adds the identity provider to the ways of logging in.</summary>
public static partial class SingleSignOnServices
{
    /// <summary>Where the provider sends people back to; to be registered there.</summary>
    public const string Callback = "/login/sso/callback";

    public static AuthenticationBuilder AddSingleSignOn(this AuthenticationBuilder authentication, LogInWays ways)
    {
        authentication.Services.AddSingleton(ways);
        if (ways.Provider is not { } provider)
        {
            return authentication;
        }

        authentication.Services.AddSingleton(provider);
        authentication.Services.AddScoped<SignOnHandler>();
        authentication.Services.AddScoped<ClaimPosts>();
        return authentication.AddProvider(
            ProviderHandler.SchemeName,
            provider,
            Callback,
            StaffSession.Scheme,
            ReceiveAsync,
            FailAsync
        );
    }

    /// <summary>A provider as a scheme of its own: what it publishes is read and its tokens are proved apart from any other's.</summary>
    internal static AuthenticationBuilder AddProvider(
        this AuthenticationBuilder authentication,
        string scheme,
        ProviderSettings provider,
        string callback,
        string signInScheme,
        Func<TicketReceivedContext, Task> received,
        Func<RemoteFailureContext, Task> failed
    )
    {
        authentication.Services.AddKeyedSingleton(
            scheme,
            (services, _) => new ProviderTokens(provider, services.GetRequiredService<PlusClock>())
        );
        return authentication.AddOAuth<OAuthOptions, ProviderHandler>(
            scheme,
            options =>
            {
                options.ClientId = provider.ClientId;
                options.ClientSecret = provider.ClientSecret;
                // The true addresses are read from what the provider publishes.
                options.AuthorizationEndpoint = options.TokenEndpoint = provider.Issuer;
                options.CallbackPath = callback;
                options.SignInScheme = signInScheme;
                options.UsePkce = true;
                options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
                options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Scope.Clear();
                foreach (var scope in provider.Scopes)
                {
                    options.Scope.Add(scope);
                }

                options.Events.OnTicketReceived = received;
                options.Events.OnRemoteFailure = failed;
            }
        );
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var address = http.Connection.RemoteIpAddress;
        http.RequestServices.GetRequiredService<StaffAccessor>().Source = address?.ToString() ?? "local";
        var handler = http.RequestServices.GetRequiredService<SignOnHandler>();
        var done = await handler.SignOnAsync(
            [.. context.Principal!.Claims],
            StaffSessionMiddleware.IsLoopback(address),
            http.RequestAborted
        );
        context.HandleResponse();
        if (!done.Done)
        {
            http.Response.Redirect(
                "/login/sso/refused?why=" + CodeConversion.CodeOf(((SignOnRefused)done.Refusal).Why)
            );
            return;
        }

        var back = context.ReturnUri is ['/', not ('/' or '\\'), ..] or "/" ? context.ReturnUri : "/";
        if (done.Value.NeedsCode)
        {
            http.RequestServices.GetRequiredService<HalfLogIn>().Keep(http, done.Value.Person);
            http.Response.Redirect("/login/code" + QueryString.Create("back", back));
            return;
        }

        await http.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value.Person, done.Value.Strong));
        http.Response.Redirect(back);
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>();
        Failed(log.CreateLogger(typeof(SingleSignOnServices)), context.Failure?.GetType().Name ?? "unknown");
        context.HandleResponse();
        context.Response.Redirect("/login/sso/refused?why=failed");
        return Task.CompletedTask;
    }

    // The kind alone: messages of the libraries quote what they refuse.
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "A log-in with the identity provider failed: {Kind}."
    )]
    private static partial void Failed(ILogger log, string kind);
}

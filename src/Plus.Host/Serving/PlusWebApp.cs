using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Npgsql;
using Plus.Functions.CommunityWork;
using Plus.Kernel;
using Plus.Shared.Access;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.Access.StatingPurpose;
using Plus.Shared.Archive;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Audit.Direct;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Documents.Bulk;
using Plus.Shared.Documents.Pdf;
using Plus.Shared.Exchange.Uploading;
using Plus.Shared.Files;
using Plus.Shared.HostApi.Serving;
using Plus.Shared.HostPages.SigningOn;
using Plus.Shared.Jobs;
using Plus.Shared.Keys.Ring;
using Plus.Shared.MailRoom.Mail;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Outbox.Channels;
using Plus.Shared.Outbox.Running;
using Plus.Shared.Retention.Erasing;
using Plus.Shared.Signatures;
using Plus.Shared.WorkHours.Planning;
using Plus.Web;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Host.Serving;

/// <summary>Composes the web application from the doors. The server, the tests and the benches build it here.</summary>
public static class PlusWebApp
{
    /// <summary>Idle time after which a session ends; drafts stay.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(45);

    public static WebApplication Build(ServeSettings settings, Action<WebApplicationBuilder>? change = null)
    {
        TransportRule.Check(settings);
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(PlusWebApp).Assembly.GetName().Name,
                EnvironmentName = Environments.Production,
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 30 * 1024 * 1024;
            if (settings.CertificatePath is { } certificate)
            {
                kestrel.ConfigureHttpsDefaults(https =>
                    https.ServerCertificate =
                        System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPemFile(
                            certificate,
                            settings.CertificateKeyPath
                        )
                );
            }
        });
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // These write addresses down before anything can take the token of a share out of them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning);
        // Every page is sent no-store; the framework says so each time.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        AddServices(builder.Services, settings);
        change?.Invoke(builder);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton(IntakeFolders.In(settings.DataFolder));
        services.AddSingleton(OutboxFolders.In(settings.DataFolder));
        services.AddSingleton(FilePlaces.In(settings.DataFolder));
        services.AddSingleton(MailFolders.In(settings.DataFolder));
        services.AddSingleton(SignaturePlaces.In(settings.DataFolder, settings.IsDemo));
        services.AddSingleton(_ => new ArchiveDatabase(settings.ArchiveConnectionString));
        services.AddKernel(Doors.All, settings.AppConnectionString);
        services.AddSingleton(StatementLogFolder.In(settings.DataFolder));
        services.AddSingleton(settings);
        services.AddSingleton(settings.Breached);
        services.AddSingleton(settings.Keys ?? KeyRing.InMemory());
        if (settings.RunsJobs)
        {
            services.AddNightlySchedule(Doors.All, settings.AppConnectionString);
            services.AddAuditSealing(settings.Audit);
            services.AddErasing();
            services.AddHostedService<BanWatchWorker>();
            services.AddHostedService<OutboxWorker>();
            services.AddHostedService<PdfWorker>();
            services.AddHostedService<BulkWorker>();
            services.AddHostedService<ScheduleWorker>();
            services.AddArchiving();
        }

        services.AddSingleton(
            new KitSettings
            {
                IsDemo = settings.IsDemo,
                SearchAction = "/search",
                SearchSource = "/search/suggest",
                SearchPermission = "clients.search",
                ProfileHref = "/profile",
            }
        );
        services
            .AddPlusWeb(
                typeof(KernelServices).Assembly,
                typeof(AccessModule).Assembly,
                typeof(CommunityWorkModule).Assembly,
                typeof(Law.Verdict).Assembly
            )
            .AddApplicationPart(typeof(AccessModule).Assembly)
            .AddApplicationPart(typeof(CommunityWorkModule).Assembly);
        services
            .AddAuthentication(StaffSession.Scheme)
            .AddCookie(
                StaffSession.Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = "plus-session";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    // Everything but loopback is TLS (TransportRule), so this is Secure wherever it can be.
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = IdleTime;
                    cookie.SlidingExpiration = true;
                    cookie.LoginPath = "/login";
                    cookie.ReturnUrlParameter = "back";
                    cookie.Events.OnRedirectToAccessDenied = Refuse;
                    cookie.Events.OnRedirectToLogin = UnsentForm.RedirectAsync;
                    cookie.Events.OnSigningIn = KnownSessions.OnSigningIn;
                    cookie.Events.OnSigningOut = KnownSessions.OnSigningOut;
                }
            )
            .AddSingleSignOn(settings.Ways)
            .AddHostSignOn(settings.Ways);
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("plus");
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(
                "login",
                context =>
                    RateLimitPartition.GetSlidingWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "local",
                        _ => new SlidingWindowRateLimiterOptions
                        {
                            PermitLimit = 60,
                            Window = TimeSpan.FromMinutes(1),
                            SegmentsPerWindow = 6,
                        }
                    )
            );
            limits.AddPolicy(
                HostEndpoints.Limit,
                context =>
                    RateLimitPartition.GetSlidingWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "local",
                        _ => new SlidingWindowRateLimiterOptions
                        {
                            PermitLimit = 120,
                            Window = TimeSpan.FromMinutes(1),
                            SegmentsPerWindow = 6,
                        }
                    )
            );
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.TrustedProxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        services.AddHealthChecks();
    }

    private static Task Refuse(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void Use(WebApplication app, ServeSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UsePlusWeb();
        app.UseOversizedForms();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<StaffSessionMiddleware>();
        app.UseMiddleware<PurposeMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapPlusWeb();
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        foreach (var module in Doors.All.All)
        {
            module.Endpoints(app);
        }

        // Without an endpoint the fallback policy would answer "forbidden" to an address that does not exist.
        app.MapFallback("/{**path}", () => Results.NotFound()).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(ct);
            return Results.Text("ok");
        }
        catch (NpgsqlException)
        {
            return Results.Text("database unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Web;
using Plus.Web.Journeys;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Tests.Web;

/// <summary>The kit alone, in memory: one person logged in, drafts and stored queries kept in dictionaries.</summary>
public sealed class KitHost : IAsyncLifetime
{
    public static readonly StaffId Anna = StaffId.New();

    private readonly WebApplication app;

    public KitHost()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPlusWeb(typeof(KitHost).Assembly).AddApplicationPart(typeof(KitHost).Assembly);
        builder.Services.AddSingleton<IDraftStore>(Drafts);
        builder.Services.AddSingleton<IStoredQueries>(Queries);
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        builder.Services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        builder.Services.AddSingleton(new MenuItem("web.kit.title", "/kit", PermissionPolicies.Everyone));
        builder.Services.AddSingleton(new MenuItem("web.kit.part.Lists", "/secret", "nobody.has.it"));
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderLogin>("test", null);
        builder.Services.AddAuthorization();
        app = builder.Build();
        app.Services.GetRequiredService<KitSettings>().IsDemo = true;
        app.UsePlusWeb();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(
            (context, next) =>
            {
                if (context.User.Identity is { IsAuthenticated: true })
                {
                    context.RequestServices.GetRequiredService<StaffAccessor>().Current = new CurrentStaff
                    {
                        Id = Anna,
                        Name = "Anna Ābola",
                    };
                }

                return next(context);
            }
        );
        app.UseAuthorization();
        app.MapPlusWeb();
        app.MapFallback("/{**path}", () => Results.NotFound()).AllowAnonymous();
        app.MapGet("/test/boom", IResult () => throw new InvalidOperationException("secret words")).AllowAnonymous();
        app.MapGet("/test/busy", () => Results.StatusCode(StatusCodes.Status429TooManyRequests)).AllowAnonymous();
        app.MapGet("/test/refused", () => "never").WithMetadata(new RequiresPermissionAttribute("nobody.has.it"));
    }

    internal MemoryDrafts Drafts { get; } = new();

    internal MemoryQueries Queries { get; } = new();

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>A browser: keeps cookies, follows no redirect.</summary>
    internal KitBrowser Browser(bool loggedIn = true) => new(app.GetTestServer().CreateHandler(), loggedIn);
}

internal sealed class MemoryDrafts : IDraftStore
{
    public ConcurrentDictionary<DraftKey, Draft> All { get; } = new();

    public Task<Draft?> Find(DraftKey key, CancellationToken cancel) => Task.FromResult(All.GetValueOrDefault(key));

    public Task Keep(DraftKey key, string json, CancellationToken cancel)
    {
        All[key] = new Draft(json, DateTimeOffset.UtcNow);
        return Task.CompletedTask;
    }

    public Task Drop(DraftKey key, CancellationToken cancel)
    {
        All.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}

internal sealed class MemoryQueries : IStoredQueries
{
    private readonly ConcurrentDictionary<(StaffId, string, string), IReadOnlyDictionary<string, string>> all = new();

    public Task<string> Keep(
        StaffId staff,
        string list,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancel
    )
    {
        var id = "q" + all.Count;
        all[(staff, list, id)] = typed;
        return Task.FromResult(id);
    }

    public Task<IReadOnlyDictionary<string, string>?> Find(
        StaffId staff,
        string list,
        string id,
        CancellationToken cancel
    ) => Task.FromResult(all.GetValueOrDefault((staff, list, id)));
}

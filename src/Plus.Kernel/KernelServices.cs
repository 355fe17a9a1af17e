using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Kernel;

/// <summary>Registers the Kernel: clock, storage, processes, access.</summary>
public static class KernelServices
{
    public static IServiceCollection AddKernel(
        this IServiceCollection services,
        ModuleList modules,
        string connectionString
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PlusClock>();
        services.AddSingleton(modules);
        services.AddSingleton(_ => PlusDataSource.Build(ThroughPlus.Mark(connectionString)));
        services.AddDbContext<PlusDb>(
            (provider, options) => options.UsePlusDatabase(provider.GetRequiredService<NpgsqlDataSource>())
        );
        services.AddScoped<StaffAccessor>();
        services.AddScoped<Processes>();
        services.AddScoped<ViewLog>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        foreach (var module in modules.All)
        {
            module.Services(services);
        }

        return services;
    }

    /// <summary>The one way in which a context is set up; tools and tests use it too.</summary>
    public static DbContextOptionsBuilder UsePlusDatabase(
        this DbContextOptionsBuilder options,
        NpgsqlDataSource source
    ) =>
        options
            .AddInterceptors(WallInterceptor.Instance)
            .UseNpgsql(
                source,
                npgsql =>
                    npgsql
                        .SetPostgresVersion(15, 0)
                        .MigrationsAssembly("Plus.Host")
                        .MigrationsHistoryTable("migration", "kernel")
            );
}

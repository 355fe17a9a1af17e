using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Alarms;

namespace Plus.Shared.Audit.Sealing;

/// <summary>Sealing in the server, and once at the end of a command that has written much.</summary>
public static class AuditSealing
{
    /// <param name="places">Where heads go; null seals without signing, for tests.</param>
    public static IServiceCollection AddAuditSealing(this IServiceCollection services, AuditPlaces? places)
    {
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditMonths>();
        if (places is not null)
        {
            services.AddSingleton(places);
            services.AddSingleton<HeadWriter>();
        }

        services.AddHostedService<SealWorker>();
        services.AddHostedService<AlarmWorker>();
        return services;
    }

    /// <summary>Seals and signs everything that has committed.</summary>
    public static async Task OnceAsync(string connectionString, AuditPlaces places, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var clock = new PlusClock(TimeProvider.System);
        await new AuditMonths(source, clock, NullLogger<AuditMonths>.Instance).KeepAheadAsync(ct);
        await using var sealer = new AuditSealer(source, clock);
        await sealer.SealAsync(wait: true, ct);
        await new HeadWriter(source, clock, places).WriteAsync(ct);
    }
}

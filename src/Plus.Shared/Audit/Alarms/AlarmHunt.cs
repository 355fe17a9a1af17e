using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Modules;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Alarms;

/// <summary>Looks for alarms: changes from outside every minute, the rules every few minutes, and the whole night before.</summary>
public sealed class AlarmHunt(NpgsqlDataSource source, PlusClock clock)
{
    public static NightlyJob Job { get; } =
        new(
            "audit.alarms",
            new TimeOnly(1, 30),
            async (services, ct) =>
            {
                var hunt = services.GetRequiredService<AlarmHunt>();
                var yesterday = services.GetRequiredService<PlusClock>().Today.AddDays(-1);
                await hunt.FindAsync(yesterday, ct);
            }
        );

    /// <summary>Applies every rule to a legal day.</summary>
    /// <returns>How many alarms are new.</returns>
    public Task<int> FindAsync(DateOnly day, CancellationToken ct) =>
        CallAsync("SELECT audit.find_alarms($1, $2, $3::jsonb)", ct, day, clock.Now, AlarmLimits.Json);

    /// <summary>Changes that did not come through PLUS alone.</summary>
    public Task<int> FindOutsideAsync(CancellationToken ct) =>
        CallAsync("SELECT audit.find_outside($1, $2)", ct, clock.Today, clock.Now);

    private async Task<int> CallAsync(string sql, CancellationToken ct, params object[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}

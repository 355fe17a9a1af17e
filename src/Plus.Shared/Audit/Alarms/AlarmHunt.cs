using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Outside;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Audit.Alarms;

/// <summary>Looks for alarms: changes from outside every minute, the rules every few minutes, and the whole night before.</summary>
public sealed class AlarmHunt(NpgsqlDataSource source, PlusClock clock, OutsideWatch watch, IServiceScopeFactory scopes)
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
    public async Task<int> FindAsync(DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var system = scope.ServiceProvider.GetRequiredService<StaffAccessor>().AsSystem("audit.alarms");
        var rules = await scope.ServiceProvider.GetRequiredService<CurrentRules>().ReadAsync(ct);
        var limits = new AlarmLimits(rules.Parameters, day);
        return await CallAsync("SELECT audit.find_alarms($1, $2, $3::jsonb)", ct, day, clock.Now, limits.Json);
    }

    /// <summary>Changes that did not come through PLUS, and whatever keeps them from being seen.</summary>
    public async Task<int> FindOutsideAsync(CancellationToken ct)
    {
        var found = await CallAsync("SELECT audit.find_outside($1, $2)", ct, clock.Today, clock.Now);
        var faults = await watch.FaultsAsync(ct);
        if (faults.Count > 0)
        {
            const string Tell = "SELECT audit.tell_unwatched($1, $2, $3)";
            found += await CallAsync(Tell, ct, clock.Today, clock.Now, string.Join(", ", faults));
        }

        return found;
    }

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

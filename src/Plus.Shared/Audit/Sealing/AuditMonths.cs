using Microsoft.Extensions.Logging;
using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>Keeps a partition ready for each month, and says when an event lies in none.</summary>
public sealed class AuditMonths(NpgsqlDataSource source, PlusClock clock, ILogger<AuditMonths> log)
{
    private const int MonthsAhead = 3;

    public async Task KeepAheadAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await MakeAsync(connection, clock.Today, clock.Today.AddMonths(MonthsAhead), ct);
        await using var command = new NpgsqlCommand("SELECT audit.in_default_partition()", connection);
        if (await command.ExecuteScalarAsync(ct) is long and > 0 and var stray)
        {
            log.LogWarning(
                "{Count} audit events lie in no month's partition; is the clock right? keep_partitions moves them.",
                stray
            );
        }
    }

    /// <summary>Makes the partitions of the months from one day to another that are not there.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, DateOnly from, DateOnly to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT audit.keep_partitions($1, $2)", connection);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        await command.ExecuteNonQueryAsync(ct);
    }
}

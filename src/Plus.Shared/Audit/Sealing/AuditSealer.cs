using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// Seals the events that have committed since the last time: each gets its number in its chain and the chain's hash after
/// it. The database does it as its owner (<c>audit.seal_pending</c>), so that the application can forge no seal.
/// </summary>
public sealed class AuditSealer(NpgsqlDataSource source, PlusClock clock)
{
    // Of these transactions nothing is left to seal, as far as this process knows.
    private (string Cluster, long Horizon) _known = ("", 0);

    /// <summary>Seals what there is.</summary>
    /// <param name="wait">Waits for another process that is sealing; else leaves it to that one.</param>
    /// <returns>How many events were sealed.</returns>
    public async Task<long> SealAsync(bool wait, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT sealed, cluster, horizon FROM audit.seal_pending($1, $2, $3, $4)"
        );
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(wait);
        command.Parameters.AddWithValue(clock.Now);
        command.Parameters.AddWithValue(_known.Cluster);
        command.Parameters.AddWithValue(_known.Horizon);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var count = reader.GetInt64(0);
        if (!reader.IsDBNull(1))
        {
            _known = (reader.GetString(1), reader.GetInt64(2));
        }

        return count;
    }
}

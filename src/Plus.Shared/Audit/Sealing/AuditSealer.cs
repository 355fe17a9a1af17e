using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// Seals the events that have committed since the last time: each gets its number in its chain and the chain's hash after
/// it. The database does it as its owner (<c>audit.seal_pending</c>), so that the application can forge no seal.
/// </summary>
public sealed class AuditSealer(NpgsqlDataSource source, PlusClock clock) : IAsyncDisposable
{
    // Its own connection: the database keeps the plans of sealing for each, and to make them over all months every second,
    // on whichever connection is free, would cost more than to seal.
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private NpgsqlConnection? _connection;

    // Of these transactions nothing is left to seal, as far as this process knows.
    private (string Cluster, long Horizon) _known = ("", 0);

    /// <summary>Seals what there is.</summary>
    /// <param name="wait">Waits for another process that is sealing; else leaves it to that one.</param>
    /// <returns>How many events were sealed.</returns>
    public async Task<long> SealAsync(bool wait, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            _connection ??= await source.OpenConnectionAsync(ct);
            return await SealAsync(_connection, wait, ct);
        }
        catch
        {
            // It may be the connection that is broken: the next time has another.
            await CloseAsync();
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _oneAtATime.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_connection is { } open)
        {
            _connection = null;
            await open.DisposeAsync();
        }
    }

    private async Task<long> SealAsync(NpgsqlConnection connection, bool wait, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT sealed, cluster, horizon FROM audit.seal_pending($1, $2, $3, $4)",
            connection
        )
        {
            CommandTimeout = 0,
        };
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

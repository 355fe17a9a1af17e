using Npgsql;
using Plus.Shared.Exchange.Takeover.Files;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>Only one takeover runs at a time. Held by a connection of its own: it ends with the process, however that ends.</summary>
internal sealed class OnlyOne : IAsyncDisposable
{
    private const long Key = 0x54414B454F564552;

    private readonly NpgsqlConnection _connection;

    private OnlyOne(NpgsqlConnection connection) => _connection = connection;

    /// <exception cref="TakeoverRefusedException">Another one runs.</exception>
    public static async Task<OnlyOne> ClaimAsync(NpgsqlDataSource source, string folder, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var claim = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", connection);
        if (await claim.ExecuteScalarAsync(ct) is true)
        {
            return new OnlyOne(connection);
        }

        await connection.DisposeAsync();
        throw new TakeoverRefusedException(TakeoverRefusal.Busy, folder);
    }

    public async ValueTask DisposeAsync()
    {
        // The connection goes back to the pool, and would take the lock with it.
        await using (var release = new NpgsqlCommand($"SELECT pg_advisory_unlock({Key})", _connection))
        {
            await release.ExecuteNonQueryAsync();
        }

        await _connection.DisposeAsync();
    }
}

using Npgsql;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// Taking files out of a store and saving a backup keep out of each other's way: a backup holds the lock shared, and
/// while it does what is to be removed stays where it is, written down.
/// </summary>
internal sealed class FileHolds(NpgsqlDataSource source)
{
    /// <summary>Any number will do as long as it stays the same.</summary>
    public const long Key = 0x504C5546; // "PLUF"

    /// <summary>Takes it alone until disposed; null while a backup or another sweep goes on.</summary>
    public async Task<IAsyncDisposable?> TryAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", connection);
        if (await command.ExecuteScalarAsync(ct) is true)
        {
            return new Hold(connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Hold(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({Key})", connection))
            {
                await command.ExecuteNonQueryAsync();
            }

            await connection.DisposeAsync();
        }
    }
}

using Npgsql;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// Taking files out of a store and saving a backup keep out of each other's way: a backup holds the lock shared, and
/// while it does what is to be removed stays where it is, written down.
/// </summary>
internal sealed class FileHold : IAsyncDisposable
{
    /// <summary>Any number will do as long as it stays the same.</summary>
    public const long Key = 0x504C5546; // "PLUF"

    private readonly NpgsqlConnection _connection;

    private FileHold(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes it alone; null while a backup or another sweep goes on.</summary>
    public static async Task<FileHold?> TryAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", connection);
        if (await command.ExecuteScalarAsync(ct) is true)
        {
            return new FileHold(connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({Key})", _connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await _connection.DisposeAsync();
    }
}

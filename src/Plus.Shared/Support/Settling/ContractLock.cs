using Npgsql;

namespace Plus.Shared.Support.Settling;

/// <summary>
/// Whoever takes a place or money of a contract does so alone: two entries at the same second would each find the last
/// place free. Held on a connection of its own until after the commit, since the free places are read as the service
/// itself, outside any transaction.
/// </summary>
internal sealed class ContractLock(NpgsqlDataSource source)
{
    public async Task<IAsyncDisposable> TakeAsync(Guid contract, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            await DoAsync(connection, "SELECT pg_advisory_lock(hashtextextended($1, 0))", contract, ct);
            return new Held(connection, contract);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, Guid contract, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("support.contract " + contract);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed class Held(NpgsqlConnection connection, Guid contract) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await DoAsync(connection, "SELECT pg_advisory_unlock(hashtextextended($1, 0))", contract, default);
            await connection.DisposeAsync();
        }
    }
}

using Npgsql;

namespace Plus.Host.Database;

/// <summary>
/// A new ICU or C library may sort differently; indexes built under the old order would then miss rows. A version
/// that differs from the recorded one is noticed, the database reindexed and the new version recorded.
/// </summary>
internal static class CollationVersions
{
    internal static async Task RepairAsync(
        Func<string, string> connectionTo,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        foreach (var database in await ChangedDatabasesAsync(connectionTo("postgres"), cancellation))
        {
            say(
                $"The sorting rules of this system have changed; the indexes of the database '{database}' are being rebuilt."
            );
            await using var connection = new NpgsqlConnection(connectionTo(database));
            await connection.OpenAsync(cancellation);
            await DoAsync(connection, $"REINDEX DATABASE \"{database}\"", cancellation);
            foreach (var collation in await ListAsync(connection, ChangedCollations, cancellation))
            {
                await DoAsync(connection, $"ALTER COLLATION {collation} REFRESH VERSION", cancellation);
            }
            await DoAsync(connection, $"ALTER DATABASE \"{database}\" REFRESH COLLATION VERSION", cancellation);
        }
    }

    private const string ChangedCollations = """
        SELECT format('%I.%I', n.nspname, c.collname) FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
        WHERE c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid) AND c.collprovider <> 'd'
        """;

    private static async Task<IReadOnlyList<string>> ChangedDatabasesAsync(
        string connectionString,
        CancellationToken cancellation
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return await ListAsync(
            connection,
            """
            SELECT datname FROM pg_database
            WHERE datallowconn AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)
            """,
            cancellation
        );
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(reader.GetString(0));
        }
        return list;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host.Storage;
using Plus.Kernel.Storage;

namespace Plus.Host.Database;

/// <summary>
/// Brings a database's schema to the one this PLUS knows, as its owner: rights of the application's role on what
/// will be made, migrations, then the rooms' scripts that have changed, then the reference data that is missing. One
/// process at a time.
/// </summary>
public static class DatabaseMigrator
{
    // Any number will do as long as it stays the same.
    internal const long LockKey = 0x504C5553; // "PLUS"

    /// <summary>Lays down the mark of this connection as that of PLUS, where another one stands.</summary>
    private const string AcceptMark = "SELECT audit.accept_mark() WHERE NOT audit.is_through()";

    /// <summary>Returns the migrations and scripts that have run; none when the schema was current.</summary>
    /// <param name="ownerConnectionString">Connects as the database's owner.</param>
    /// <param name="appRole">The role that the application connects as; it must exist.</param>
    /// <exception cref="DatabaseStartException">The database is newer than this PLUS or of another line.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string ownerConnectionString,
        string appRole,
        CancellationToken cancellation
    )
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ThroughPlus.Mark(ownerConnectionString))
        {
            Pooling = false,
            CommandTimeout = 0,
        };
        await using var source = NpgsqlDataSource.Create(unpooled.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await DoAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancellation);

        var state = await SchemaCheck.ReadAsync(unpooled.ConnectionString, cancellation);
        if (state.Standing is SchemaStanding.Newer or SchemaStanding.Foreign)
        {
            throw new DatabaseStartException(state.Sentence);
        }
        if (state.Standing is SchemaStanding.Current)
        {
            await DoAsync(connection, AcceptMark, cancellation);
            await WallKeyStore.GiveAsync(connection, cancellation);
            await ReferenceData.SeedAsync(connection, cancellation);
            return [];
        }
        await GrantsBeforehandAsync(connection, appRole, cancellation);
        await using var context = PlusDbFactory.Create(source);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await context.Database.MigrateAsync(cancellation);
        var scripts = await RunScriptsAsync(connection, appRole, cancellation);
        await WallKeyStore.GiveAsync(connection, cancellation);
        await ReferenceData.SeedAsync(connection, cancellation);
        return [.. pending, .. scripts];
    }

    /// <summary>
    /// The rights come with the tables as they are made, so that a script may take some back (a table that is only
    /// ever added to) and the next migration does not give them again.
    /// </summary>
    private static async Task GrantsBeforehandAsync(
        NpgsqlConnection connection,
        string appRole,
        CancellationToken cancellation
    )
    {
        var role = Quoted(appRole);
        try
        {
            await DoAsync(
                connection,
                $"""
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO {role};
                ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
                ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {role};
                """,
                cancellation
            );
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedObject)
        {
            throw new DatabaseStartException(
                $"The application's role {appRole} does not exist on the server; the administrator of the server makes it first.",
                missing
            );
        }
    }

    private static async Task<List<string>> RunScriptsAsync(
        NpgsqlConnection connection,
        string appRole,
        CancellationToken cancellation
    )
    {
        var role = Quoted(appRole);
        await DoAsync(
            connection,
            $"""
            CREATE TABLE IF NOT EXISTS kernel.script
                (name text PRIMARY KEY, hash text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now());
            GRANT USAGE ON SCHEMA kernel TO {role};
            REVOKE INSERT, UPDATE, DELETE ON kernel.script, kernel.migration FROM {role};
            """,
            cancellation
        );
        var ran = new List<string>();
        foreach (var script in SqlScript.All)
        {
            if (await RunAsync(connection, script, appRole, cancellation))
            {
                ran.Add(script.Name);
            }
        }
        await DoAsync(connection, $"REVOKE INSERT, UPDATE, DELETE ON kernel.mark FROM {role}", cancellation);
        await DoAsync(connection, AcceptMark, cancellation);
        await DoAsync(connection, "SELECT audit.watch_tables()", cancellation);
        await DoAsync(connection, "CALL access.guard_all()", cancellation);
        return ran;
    }

    private static async Task<bool> RunAsync(
        NpgsqlConnection connection,
        SqlScript script,
        string appRole,
        CancellationToken cancellation
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var record = new NpgsqlCommand(
            """
            INSERT INTO kernel.script AS s (name, hash) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, ran_at = now() WHERE s.hash <> excluded.hash
            """,
            connection,
            transaction
        );
        record.Parameters.AddWithValue(script.Name);
        record.Parameters.AddWithValue(script.Hash);
        if (await record.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return false;
        }
        await using var setting = new NpgsqlCommand(
            "SELECT set_config('plus.app_role', $1, true)",
            connection,
            transaction
        );
        setting.Parameters.AddWithValue(appRole);
        await setting.ExecuteNonQueryAsync(cancellation);
        try
        {
            await DoAsync(connection, script.Text, cancellation);
        }
        catch (PostgresException wrong)
        {
            throw new InvalidOperationException($"{script.Name} does not run: {wrong.MessageText}", wrong);
        }
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Quoted(string identifier) =>
        "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

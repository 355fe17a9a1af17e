using Npgsql;
using Plus.Host.Database.Backups;
using Plus.Kernel.Storage;

namespace Plus.Host.Database;

/// <summary>
/// The archive's schema is the working database's, made by the same migrations, without foreign keys: its rows point at
/// people, offices and files that stay in the working database.
/// </summary>
internal static class ArchiveSchema
{
    private const string Keys = "kernel.archive_key";

    /// <summary>Brings it to the schema that this PLUS knows; makes it where the database is empty.</summary>
    internal static async Task MigrateAsync(
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
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellation);
        var state = await SchemaCheck.ReadAsync(unpooled.ConnectionString, cancellation);
        var older = state.Standing is not (SchemaStanding.Current or SchemaStanding.Empty);
        if (older)
        {
            // A migration may change a key: they stand while it runs, without looking at the rows.
            await DoAsync(
                connection,
                $"""
                DO $$ DECLARE one record; BEGIN
                    IF to_regclass('{Keys}') IS NOT NULL THEN
                        FOR one IN SELECT sql FROM {Keys} LOOP EXECUTE one.sql || ' NOT VALID'; END LOOP;
                        DELETE FROM {Keys};
                    END IF;
                END $$
                """,
                cancellation
            );
        }

        await DatabaseMigrator.MigrateAsync(unpooled.ConnectionString, appRole, cancellation);
        await LoosenAsync(connection, cancellation);
    }

    /// <summary>Takes the foreign keys away and remembers them.</summary>
    internal static async Task LoosenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await DoAsync(connection, $"CREATE TABLE IF NOT EXISTS {Keys} (sql text NOT NULL)", cancellation);
        var keys = await ForeignKeys.DropAllAsync(connection, cancellation);
        await using (
            var command = new NpgsqlCommand(
                $"INSERT INTO {Keys} SELECT replace(k, ' NOT VALID', '') FROM unnest($1) k",
                connection
            )
        )
        {
            command.Parameters.AddWithValue(keys.ToArray());
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Makes the archive of a private server where there is none: a copy of the schema just made, else an empty database.</summary>
    internal static async Task EnsureAsync(EmbeddedPostgres embedded, bool fresh, CancellationToken cancellation)
    {
        if (await ExistsAsync(embedded, cancellation))
        {
            return;
        }

        await using var super = new NpgsqlConnection(embedded.SuperuserConnectionTo("postgres"));
        await super.OpenAsync(cancellation);

        if (!fresh || !await CopiedAsync(embedded, super, cancellation))
        {
            await DoAsync(super, ClusterRoles.Creation(ClusterRoles.Archive), cancellation);
        }

        await DoAsync(super, ClusterRoles.Doors(ClusterRoles.Archive), cancellation);
    }

    /// <summary>Whether a private server has an archive: one of an earlier PLUS has none until it is next served.</summary>
    internal static async Task<bool> ExistsAsync(EmbeddedPostgres embedded, CancellationToken cancellation)
    {
        await using var super = new NpgsqlConnection(embedded.SuperuserConnectionTo("postgres"));
        await super.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", super);
        exists.Parameters.Add(new() { Value = ClusterRoles.Archive });
        return await exists.ExecuteScalarAsync(cancellation) is not null;
    }

    // Nothing but the schema stands in it yet, and copying it takes a moment where making it takes seconds.
    private static async Task<bool> CopiedAsync(
        EmbeddedPostgres embedded,
        NpgsqlConnection super,
        CancellationToken cancellation
    )
    {
        try
        {
            embedded.ClearPools();
            await DoAsync(
                super,
                $"CREATE DATABASE \"{ClusterRoles.Archive}\" OWNER plus_owner TEMPLATE \"{ClusterRoles.Database}\" STRATEGY file_copy",
                cancellation
            );
            return true;
        }
        catch (PostgresException used) when (used.SqlState is PostgresErrorCodes.ObjectInUse)
        {
            return false;
        }
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using System.IO.Compression;
using Npgsql;
using Plus.Host.Storage;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Archive.Plan;

namespace Plus.Host.Database.Backups;

/// <summary>
/// The archive's part of a backup. Moving a case is two commits in two databases: while the state of both is fixed the lock
/// of moving is held, so that each case is in the backup once.
/// </summary>
internal static class ArchiveBackup
{
    private const string Folder = "archive/";

    /// <summary>On the working database's connection, while the states are fixed.</summary>
    internal static string HoldSql => $"SELECT pg_advisory_lock_shared({ArchiveRun.Lock})";

    internal static string LetGoSql => $"SELECT pg_advisory_unlock_shared({ArchiveRun.Lock})";

    /// <summary>Opens the archive with its state fixed.</summary>
    internal static async Task<NpgsqlConnection> FixAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = await OpenAsync(connectionString, cancellation);
        await DoAsync(connection, "SET row_security = off; SET synchronize_seqscans = off", cancellation);
        await DoAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1", cancellation);
        return connection;
    }

    internal static async Task<IReadOnlyList<SavedTable>> SaveAsync(
        NpgsqlConnection connection,
        ZipArchive zip,
        CancellationToken cancellation
    )
    {
        var names = Plan().Inserting.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var tables = new List<SavedTable>();
        foreach (var table in await StoredObjects.TablesAsync(connection, cancellation))
        {
            if (names.Contains(table.FullName))
            {
                var placed = table with { Entry = Folder + table.Entry };
                tables.Add(await DatabaseBackup.SaveAsync(connection, zip, placed, cancellation));
            }
        }

        await DoAsync(connection, "COMMIT", cancellation);
        return tables;
    }

    /// <summary>Brings the archive back, in one transaction, proved as the working database is.</summary>
    /// <param name="again">A restore was begun before: what it left is replaced.</param>
    internal static async Task RestoreAsync(
        BackupFile backup,
        string? ownerConnectionString,
        string appRole,
        bool again,
        CancellationToken cancellation
    )
    {
        var tables = backup.Manifest.Archive;
        if (ownerConnectionString is null)
        {
            if (tables.Sum(t => t.Rows) > 0)
            {
                throw new DatabaseStartException(
                    "The backup holds an archive of closed cases: set PLUS_ARCHIVE_DB and PLUS_ARCHIVE_DB_OWNER to an empty database for it. "
                        + "Nothing has been restored."
                );
            }

            return;
        }

        await ArchiveSchema.MigrateAsync(ownerConnectionString, appRole, cancellation);
        await using var connection = await OpenAsync(ownerConnectionString, cancellation);
        await DoAsync(connection, "SET row_security = off; SET synchronize_seqscans = off; BEGIN", cancellation);
        if (!again && await AnythingAsync(connection, cancellation))
        {
            throw new DatabaseStartException("The archive database is not empty. Nothing has been restored.");
        }

        foreach (var table in tables)
        {
            await DoAsync(
                connection,
                $"TRUNCATE {table.Sql}; ALTER TABLE {table.Sql} DISABLE TRIGGER USER",
                cancellation
            );
            await DatabaseRestore.LoadAsync(backup, table, connection, cancellation);
            await DoAsync(connection, $"ALTER TABLE {table.Sql} ENABLE TRIGGER USER", cancellation);
            await DatabaseRestore.ProveAsync(table, connection, cancellation);
        }

        await DoAsync(connection, "SELECT audit.watch_tables(); COMMIT", cancellation);
        await DoAsync(connection, "ANALYZE", cancellation);
    }

    /// <summary>Every file that a row of the archive names has its row in the working database.</summary>
    internal static async Task ProveFilesAsync(
        string? ownerConnectionString,
        NpgsqlConnection working,
        CancellationToken cancellation
    )
    {
        if (ownerConnectionString is null)
        {
            return;
        }

        await using var connection = await OpenAsync(ownerConnectionString, cancellation);
        await DoAsync(connection, "SET row_security = off", cancellation);
        foreach (var table in Plan().Moved)
        {
            foreach (var column in table.Files)
            {
                await using var named = new NpgsqlCommand(
                    $"SELECT coalesce(array_agg(DISTINCT {column}), '{{}}') FROM {table.Name} WHERE {column} IS NOT NULL",
                    connection
                );
                await using var lost = new NpgsqlCommand(
                    """
                    SELECT count(*) FROM unnest($1) f WHERE NOT EXISTS (SELECT FROM files.stored_file s WHERE s.id = f)
                      AND NOT EXISTS (SELECT FROM archive.leftover)
                    """,
                    working
                );
                lost.Parameters.AddWithValue((await named.ExecuteScalarAsync(cancellation))!);
                if (await lost.ExecuteScalarAsync(cancellation) is long count and > 0)
                {
                    throw new DatabaseStartException(
                        $"{count} files that {table.Name} of the archive names have no row. Nothing has been restored."
                    );
                }
            }
        }
    }

    private static async Task<bool> AnythingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM clients.client)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static ArchivePlan Plan()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost;Database=plus");
        using var context = PlusDbFactory.Create(source);
        return new ArchivePlanner(Doors.All, context).Make();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ThroughPlus.Mark(connectionString))
        {
            Pooling = false,
            CommandTimeout = 0,
        };
        var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Host.Database.Backups;

/// <summary>
/// Brings a backup into an empty database, with the owner's rights alone, in one transaction: all of it is there at
/// the end, proved by counts and checksums, or none of it.
/// </summary>
internal static class DatabaseRestore
{
    internal const string Unfinished = "kernel.restore_unfinished";

    internal static async Task RestoreAsync(
        BackupFile backup,
        string ownerConnectionString,
        string appRole,
        CancellationToken cancellation,
        FilesToRestore? files = null,
        string? archive = null
    )
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ThroughPlus.Mark(ownerConnectionString))
        {
            Pooling = false,
            CommandTimeout = 0,
        };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellation);
        await RefuseOthersDataAsync(connection, unpooled.ConnectionString, cancellation);
        var again = await IsUnfinishedAsync(connection, cancellation);
        await DoAsync(
            connection,
            $"CREATE SCHEMA IF NOT EXISTS kernel; CREATE TABLE IF NOT EXISTS {Unfinished} (since timestamptz DEFAULT now())",
            cancellation
        );
        await DatabaseMigrator.MigrateAsync(unpooled.ConnectionString, appRole, cancellation);
        foreach (var part in backup.Manifest.Tables.Where(table => table.PartOf is not null))
        {
            await DoAsync(connection, part.CreatePartSql, cancellation);
        }
        await RefuseOtherSchemaAsync(backup.Manifest, connection, unpooled.ConnectionString, cancellation);

        if (files is not null)
        {
            await files.PlaceAsync(backup, cancellation);
        }
        // Committed first: until the working database is, nothing looks into it.
        await ArchiveBackup.RestoreAsync(backup, archive, appRole, again, cancellation);
        await DoAsync(connection, "SET row_security = off; SET synchronize_seqscans = off", cancellation);
        await DoAsync(connection, "BEGIN; SET CONSTRAINTS ALL IMMEDIATE", cancellation);
        await LoadAsync(backup, connection, cancellation);
        foreach (var table in backup.Manifest.Tables)
        {
            await ProveAsync(table, connection, cancellation);
        }
        if (files is not null)
        {
            await files.ProveAsync(connection, backup.Manifest.Files.Missing, cancellation);
        }

        await ArchiveBackup.ProveFilesAsync(archive, connection, cancellation);
        await DoAsync(connection, $"SELECT audit.watch_tables(); DROP TABLE {Unfinished}; COMMIT", cancellation);
        await DoAsync(connection, "ANALYZE", cancellation);
    }

    private static async Task LoadAsync(BackupFile backup, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var manifest = backup.Manifest;
        var keys = await ForeignKeys.DropAllAsync(connection, cancellation);
        var all = string.Join(", ", manifest.Tables.Select(table => table.Sql));
        await DoAsync(connection, $"TRUNCATE {all}", cancellation);
        foreach (var table in manifest.Tables)
        {
            await DoAsync(connection, $"ALTER TABLE {table.Sql} DISABLE TRIGGER USER", cancellation);
            await LoadAsync(backup, table, connection, cancellation);
            await DoAsync(connection, $"ALTER TABLE {table.Sql} ENABLE TRIGGER USER", cancellation);
        }
        // Adding a key checks every row, so that the restored data is known to hang together.
        foreach (var key in keys)
        {
            await DoAsync(connection, key, cancellation);
        }
        foreach (var sequence in manifest.Sequences)
        {
            await using var command = new NpgsqlCommand($"SELECT setval('{sequence.Sql}', $1, $2)", connection);
            command.Parameters.AddWithValue(sequence.Last);
            command.Parameters.AddWithValue(sequence.Called);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    internal static async Task LoadAsync(
        BackupFile backup,
        SavedTable table,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        RowDigest.Result digest;
        await using (var rows = backup.Rows(table))
        await using (var into = await connection.BeginTextImportAsync(table.ImportSql, cancellation))
        {
            digest = await RowDigest.CarryAsync(rows, ((StreamWriter)into).BaseStream, cancellation);
        }
        Compare(table, digest, "in the file");
    }

    /// <summary>Reads the table back and compares it with what was saved.</summary>
    internal static async Task ProveAsync(SavedTable table, NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var rows = await connection.BeginTextExportAsync(table.ExportSql, cancellation);
        var digest = await RowDigest.CarryAsync(((StreamReader)rows).BaseStream, Stream.Null, cancellation);
        Compare(table, digest, "in the database");
    }

    private static void Compare(SavedTable table, RowDigest.Result digest, string where)
    {
        if (digest.Rows != table.Rows || digest.Sha256 != table.Sha256)
        {
            throw new DatabaseStartException(
                $"The rows of {table.FullName} {where} are not those that were saved ({digest.Rows} of {table.Rows} rows, "
                    + $"checksum {digest.Sha256}, saved {table.Sha256}). Nothing has been restored."
            );
        }
    }

    private static async Task RefuseOthersDataAsync(
        NpgsqlConnection connection,
        string connectionString,
        CancellationToken cancellation
    )
    {
        var state = await SchemaCheck.ReadAsync(connectionString, cancellation);
        if (state.Standing is not SchemaStanding.Empty && !await IsUnfinishedAsync(connection, cancellation))
        {
            throw new DatabaseStartException(
                "The database is not empty. A backup is restored only into a new data folder or an empty database."
            );
        }
    }

    internal static async Task<bool> IsUnfinishedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT to_regclass('{Unfinished}') IS NOT NULL", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RefuseOtherSchemaAsync(
        BackupManifest manifest,
        NpgsqlConnection connection,
        string connectionString,
        CancellationToken cancellation
    )
    {
        var known = (await SchemaCheck.ReadAsync(connectionString, cancellation)).Known;
        var last = manifest.Migrations.Max(StringComparer.Ordinal);
        var here = await StoredObjects.TablesAsync(connection, cancellation);
        static IEnumerable<string> Shape(IEnumerable<SavedTable> tables) =>
            tables.Select(table => $"{table.Sql}({table.SqlColumns})").Order(StringComparer.Ordinal);
        if (last != known)
        {
            throw new DatabaseStartException(
                $"The backup holds schema {last}, this PLUS knows {known}. Restore it with the PLUS that made it, then upgrade."
            );
        }
        var different = Shape(manifest.Tables).Except(Shape(here), StringComparer.Ordinal).FirstOrDefault();
        if (different is not null)
        {
            throw new DatabaseStartException($"The backup holds {different}, which this PLUS does not know.");
        }
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

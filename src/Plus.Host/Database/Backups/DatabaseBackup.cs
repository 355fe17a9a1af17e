using System.IO.Compression;
using System.Text.Json;
using Npgsql;

namespace Plus.Host.Database.Backups;

/// <summary>
/// Saves every row of a database and of its archive and every file outside them, as of one moment, into a zip file, while PLUS serves. Needs no program of
/// PostgreSQL and no right beyond reading.
/// </summary>
internal static class DatabaseBackup
{
    internal static async Task<BackupManifest> SaveAsync(
        string connectionString,
        string file,
        CancellationToken cancellation,
        FilesToSave? files = null,
        string? archive = null
    )
    {
        if (File.Exists(file))
        {
            throw new DatabaseStartException($"{file} exists already; a backup never replaces another.");
        }
        var part = file + ".part";
        try
        {
            BackupManifest manifest;
            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            await using (var stream = new FileStream(part, options))
            {
                manifest = await SaveAsync(connectionString, stream, files, archive, cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file);
            return manifest;
        }
        catch (IOException failed)
        {
            throw new DatabaseStartException($"The backup {file} could not be written: {failed.Message}", failed);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<BackupManifest> SaveAsync(
        string connectionString,
        FileStream stream,
        FilesToSave? files,
        string? archive,
        CancellationToken cancellation
    )
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellation);
        var state = await SchemaCheck.ReadAsync(unpooled.ConnectionString, cancellation);
        if (state.Standing is not SchemaStanding.Current)
        {
            throw new DatabaseStartException(state.Sentence);
        }
        // A migration waits until the backup ends. Rows hidden by row security would be lost: better an error.
        await DoAsync(connection, $"SELECT pg_advisory_lock_shared({DatabaseMigrator.LockKey})", cancellation);
        await DoAsync(connection, FilesToSave.HoldSql, cancellation);
        await DoAsync(connection, "SET row_security = off; SET synchronize_seqscans = off", cancellation);
        await DoAsync(connection, ArchiveBackup.HoldSql, cancellation);
        await DoAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellation);
        var moment = await MomentAsync(connection, cancellation);
        await using var resting = archive is null ? null : await ArchiveBackup.FixAsync(archive, cancellation);
        await DoAsync(connection, ArchiveBackup.LetGoSql, cancellation);

        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var tables = new List<SavedTable>();
        foreach (var table in await StoredObjects.TablesAsync(connection, cancellation))
        {
            tables.Add(await SaveAsync(connection, zip, table, cancellation));
        }
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            moment,
            connection.ServerVersion,
            await MigrationsAsync(connection, cancellation),
            await DatabaseMark.ReadAsync(connection, cancellation),
            tables,
            await StoredObjects.SequencesAsync(connection, cancellation),
            files is null ? SavedFiles.None : await files.SaveAsync(connection, zip, cancellation)
        )
        {
            Archive = resting is null ? [] : await ArchiveBackup.SaveAsync(resting, zip, cancellation),
        };
        await DoAsync(connection, "COMMIT", cancellation);
        await using var entry = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(entry, manifest, BackupManifest.Json, cancellation);
        return manifest;
    }

    internal static async Task<SavedTable> SaveAsync(
        NpgsqlConnection connection,
        ZipArchive zip,
        SavedTable table,
        CancellationToken cancellation
    )
    {
        await using var entry = await zip.CreateEntry(table.Entry, CompressionLevel.Fastest).OpenAsync(cancellation);
        using var rows = await connection.BeginTextExportAsync(table.ExportSql, cancellation);
        // The bytes as they come: decoding them into characters would only cost time.
        var digest = await RowDigest.CarryAsync(((StreamReader)rows).BaseStream, entry, cancellation);
        return table with { Rows = digest.Rows, Sha256 = digest.Sha256 };
    }

    // The first statement of the transaction fixes the state that is saved.
    private static async Task<DateTimeOffset> MomentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT now()", connection);
        var moment = (DateTime)(await command.ExecuteScalarAsync(cancellation))!;
        return new DateTimeOffset(moment, TimeSpan.Zero);
    }

    private static async Task<IReadOnlyList<string>> MigrationsAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT array_agg(\"MigrationId\"::text ORDER BY \"MigrationId\") FROM kernel.migration",
            connection
        );
        return (string[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using Plus.Host.Commands;
using Plus.Shared.Files;
using Plus.Shared.Files.Storing;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.Database.Backups;

/// <summary><c>plus restore FILE --data DIR [--accept-missing]</c>, or with <c>PLUS_DB_OWNER</c> into a server of one's own.</summary>
internal static class RestoreCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var acceptMissing = args.Contains("--accept-missing", StringComparer.Ordinal);
        args = [.. args.Where(a => a != "--accept-missing")];
        var settings = DatabaseSettings.FromEnvironment(data);
        if (args is not [var file] || file.StartsWith('-') || (data is null && !settings.OwnServer))
        {
            throw new CommandException(
                "Usage: plus restore FILE --data DIR [--accept-missing] (or PLUS_DB_OWNER for a server of your own)",
                2
            );
        }
        using var backup = BackupFile.Open(file);
        var manifest = backup.Manifest;
        var places = FilePlaces.In(settings.DataFolder);
        var ring = KeyPlaces.FromEnvironment(settings.DataFolder);
        using var stores = new BlobStores(places, TimeProvider.System);
        var files = new FilesToRestore(places, stores, File.Exists(ring.File) ? KeyRing.Open(ring) : null);
        files.RefuseUnreadable(manifest, acceptMissing);

        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        if (database.Embedded is { } embedded)
        {
            await ArchiveSchema.EnsureAsync(embedded, fresh: false, default);
        }

        await DatabaseRestore.RestoreAsync(
            backup,
            database.OwnerConnectionString,
            database.AppRole,
            default,
            files,
            database.ArchiveOwnerConnectionString
        );
        Console.WriteLine(
            $"{manifest.Rows} rows of {manifest.Tables.Count} tables and {manifest.Archive.Sum(t => t.Rows)} rows of the archive as of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC are "
                + $"restored; every table's count and checksum is the saved one, and each of {manifest.Files.Count} files has its row and its key."
        );
        return 0;
    }
}

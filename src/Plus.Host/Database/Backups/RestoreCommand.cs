using Plus.Host.Commands;
using Plus.Shared.Files;
using Plus.Shared.Files.Keys;
using Plus.Shared.Files.Storing;

namespace Plus.Host.Database.Backups;

/// <summary><c>plus restore FILE --data DIR [--keys FILE] [--accept-missing]</c>, or with <c>PLUS_DB_OWNER</c> into a server of one's own.</summary>
internal static class RestoreCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var keyFile = TakeKeys(ref args);
        var acceptMissing = args.Contains("--accept-missing", StringComparer.Ordinal);
        args = [.. args.Where(a => a != "--accept-missing")];
        var settings = DatabaseSettings.FromEnvironment(data);
        if (args is not [var file] || file.StartsWith('-') || (data is null && !settings.OwnServer))
        {
            throw new CommandException(
                "Usage: plus restore FILE --data DIR [--keys FILE] [--accept-missing] (or PLUS_DB_OWNER for a server of your own)",
                2
            );
        }
        using var backup = BackupFile.Open(file);
        var manifest = backup.Manifest;
        var places = FilePlaces.In(settings.DataFolder);
        using var stores = new BlobStores(places, TimeProvider.System);
        var files = new FilesToRestore(places, stores, new MasterKeys(places));
        if (keyFile is null)
        {
            files.RefuseUnreadable(manifest, acceptMissing);
        }

        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        if (keyFile is not null)
        {
            BringKeys(keyFile, places.Keys);
            files.RefuseUnreadable(manifest, acceptMissing);
        }

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

    private static void BringKeys(string from, string to)
    {
        if (File.Exists(to))
        {
            throw new CommandException($"{to} is there already; --keys never replaces a file of keys.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
        File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string? TakeKeys(ref string[] args)
    {
        var at = Array.IndexOf(args, "--keys");
        if (at < 0)
        {
            return null;
        }

        if (at + 1 >= args.Length || !File.Exists(args[at + 1]))
        {
            throw new CommandException("--keys needs the file of master keys.", 2);
        }

        var file = Path.GetFullPath(args[at + 1]);
        args = [.. args[..at], .. args[(at + 2)..]];
        return file;
    }
}

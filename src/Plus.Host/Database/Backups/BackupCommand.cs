using Plus.Host.Commands;
using Plus.Shared.Files;
using Plus.Shared.Files.Storing;

namespace Plus.Host.Database.Backups;

/// <summary><c>plus backup FILE [--data DIR]</c></summary>
internal static class BackupCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not [var file] || file.StartsWith('-'))
        {
            throw new CommandException("Usage: plus backup FILE [--data DIR]", 2);
        }
        var settings = DatabaseSettings.FromEnvironment(data);
        if (!settings.OwnServer && !Directory.Exists(settings.DataFolder))
        {
            throw new CommandException($"There is no data folder {settings.DataFolder}.");
        }
        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        using var stores = new BlobStores(FilePlaces.In(settings.DataFolder), TimeProvider.System);
        var saved = await DatabaseBackup.SaveAsync(
            database.Embedded?.SuperuserConnectionTo(ClusterRoles.Database) ?? database.OwnerConnectionString,
            Path.GetFullPath(file),
            default,
            new FilesToSave(stores),
            (
                database.Embedded is { } embedded
                    ? await ArchiveSchema.ExistsAsync(embedded, default)
                        ? embedded.SuperuserConnectionTo(ClusterRoles.Archive)
                        : null
                    : database.ArchiveOwnerConnectionString
            )
                ?? (
                    settings.Archive is null
                        ? null
                        : throw new CommandException(
                            "This needs the archive owner's connection string in PLUS_ARCHIVE_DB_OWNER."
                        )
                )
        );
        Console.WriteLine(
            $"{file}: {saved.Rows} rows of {saved.Tables.Count} tables, {saved.Archive.Sum(t => t.Rows)} rows of the archive and {saved.Files.Count} files as of {saved.MadeAt:yyyy-MM-dd HH:mm:ss} UTC."
        );
        if (saved.Files.Missing.Count == 0)
        {
            return 0;
        }

        Console.Error.WriteLine(
            $"{saved.Files.Missing.Count} files are missing or damaged and not in the backup; plus verify-files names them."
        );
        return 3;
    }
}

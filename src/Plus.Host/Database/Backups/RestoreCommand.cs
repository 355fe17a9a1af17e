using Plus.Host.Commands;

namespace Plus.Host.Database.Backups;

/// <summary><c>plus restore FILE --data DIR</c>, or with <c>PLUS_DB_OWNER</c> into a server of one's own.</summary>
internal static class RestoreCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var settings = DatabaseSettings.FromEnvironment(data);
        if (args is not [var file] || file.StartsWith('-') || (data is null && !settings.OwnServer))
        {
            throw new CommandException(
                "Usage: plus restore FILE --data DIR (or PLUS_DB_OWNER for a server of your own)",
                2
            );
        }
        using var backup = BackupFile.Open(file);
        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        await DatabaseRestore.RestoreAsync(backup, database.OwnerConnectionString, database.AppRole, default);
        var manifest = backup.Manifest;
        Console.WriteLine(
            $"{manifest.Rows} rows of {manifest.Tables.Count} tables as of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC are "
                + "restored; every table's count and checksum is the saved one."
        );
        return 0;
    }
}

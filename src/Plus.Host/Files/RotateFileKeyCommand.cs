using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Files;
using Plus.Shared.Files.Keys;

namespace Plus.Host.Files;

/// <summary><c>plus rotate-file-key [--forget] [--data DIR]</c></summary>
internal static class RotateFileKeyCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not ([] or ["--forget"]))
        {
            throw new CommandException("Usage: plus rotate-file-key [--forget] [--data DIR]", 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        await using var room = FileRoom.Over(database.OwnerConnectionString, FilePlaces.In(settings.DataFolder));
        try
        {
            var (key, files) = await room.GetRequiredService<KeyRotation>().RunAsync(args.Length > 0, default);
            Console.WriteLine(
                $"The key {key} wraps the keys of {files} files now. Copy the file of keys to its safe place."
            );
            return 0;
        }
        catch (MasterKeyMissingException missing)
        {
            throw new CommandException(missing.Message);
        }
    }
}

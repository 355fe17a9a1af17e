using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Files;
using Plus.Shared.Files.Moving;
using Plus.Shared.Files.Storing;

namespace Plus.Host.Files;

/// <summary><c>plus move-files folder|s3 [--data DIR]</c></summary>
internal static class MoveFilesCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not [var target] || target.StartsWith('-'))
        {
            throw new CommandException("Usage: plus move-files folder|s3 [--data DIR]", 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        await using var room = await FilesOf.OpenAsync(database, settings);
        try
        {
            var moved = await room.GetRequiredService<FileMove>().RunAsync(target, FileProgress.Say(), default);
            foreach (var file in moved.Failed)
            {
                Console.WriteLine($"not moved, missing or damaged where it lies: {file}");
            }

            Console.WriteLine($"{moved.Files} files lie in {target} now; {moved.Failed.Count} could not be moved.");
            return moved.Failed.Count == 0 ? 0 : 1;
        }
        catch (FileStoreUnknownException unknown)
        {
            throw new CommandException(unknown.Message);
        }
    }
}

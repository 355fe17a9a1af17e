using Npgsql;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;

namespace Plus.Host.AuditProof;

/// <summary><c>plus audit-copy DIR [--data DIR]</c></summary>
internal static class AuditCopyCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args is not [var folder] || folder.StartsWith('-'))
        {
            throw new CommandException("Usage: plus audit-copy DIR [--data DIR]", 2);
        }

        if (Path.Exists(folder))
        {
            throw new CommandException($"{folder} exists already; a copy never replaces another.");
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        var places = AuditPlaces.FromEnvironment(settings.DataFolder);
        var count = await AuditCopy.WriteAsync(connection, folder, places, default);
        Console.WriteLine(
            $"{folder}: {count} sealed events. It holds personal data: keep it as you keep the database."
        );
        return 0;
    }
}

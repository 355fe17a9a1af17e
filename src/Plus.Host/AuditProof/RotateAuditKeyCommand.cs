using Npgsql;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Sealing;

namespace Plus.Host.AuditProof;

/// <summary><c>plus rotate-audit-key [--data DIR]</c></summary>
internal static class RotateAuditKeyCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args.Length > 0)
        {
            throw new CommandException("Usage: plus rotate-audit-key [--data DIR]", 2);
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        var places = AuditPlaces.FromEnvironment(settings.DataFolder);
        await AuditSealing.OnceAsync(database.AppConnectionString, places, default);
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var id = new HeadWriter(source, new PlusClock(TimeProvider.System), places).Rotate();
        Console.WriteLine($"The audit is signed by the key {id} from now on; {places.KeyPath} holds it.");
        return 0;
    }
}

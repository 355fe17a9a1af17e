using Plus.Host.Commands;

namespace Plus.Host.Database;

/// <summary><c>plus migrate [--data DIR]</c></summary>
internal static class MigrateCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args.Length > 0)
        {
            throw new CommandException($"migrate knows no '{args[0]}'. Usage: plus migrate [--data DIR]", 2);
        }
        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        var ran = await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, database.AppRole, default);
        if (database.Embedded is { } embedded)
        {
            await ArchiveSchema.EnsureAsync(embedded, fresh: false, default);
        }

        if (database.ArchiveOwnerConnectionString is { } archive)
        {
            await ArchiveSchema.MigrateAsync(archive, database.AppRole, default);
        }

        foreach (var name in ran)
        {
            Console.WriteLine(name);
        }
        Console.WriteLine(ran.Count == 0 ? "The schema was up to date." : "The schema is up to date.");
        return 0;
    }
}

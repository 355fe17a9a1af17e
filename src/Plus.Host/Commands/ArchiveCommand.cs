using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Host.Database;
using Plus.Kernel;
using Plus.Shared.Archive;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Archive.Overview;

namespace Plus.Host.Commands;

/// <summary><c>plus archive [--dry-run] [--data DIR]</c>: moves what is due into the archive, while PLUS serves.</summary>
internal static class ArchiveCommand
{
    private const string Usage = "Usage: plus archive [--dry-run] [--data DIR]";

    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var dryRun = args is ["--dry-run"];
        if (args.Length > 0 && !dryRun)
        {
            throw new CommandException(Usage, 2);
        }

        await using var database = await DatabaseAccess.UseAsync(
            DatabaseSettings.FromEnvironment(data),
            Console.Error.WriteLine,
            default
        );
        if (database.ArchiveConnectionString is not { } archive)
        {
            throw new CommandException("There is no archive database: set PLUS_ARCHIVE_DB (docs/operations.md).");
        }

        await using var services = Services(database.AppConnectionString, archive);
        await using var scope = services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<DueCases>();
        var (years, confirmed) = await due.YearsAsync(default);
        Console.WriteLine(
            $"Cases closed for {years} years go into the archive ({(confirmed ? "confirmed" : "unverified")}): "
                + $"{await due.CountAsync(default)} are due."
        );
        if (dryRun)
        {
            foreach (var table in await scope.ServiceProvider.GetRequiredService<ArchiveNumbers>().TablesAsync(default))
            {
                Console.WriteLine($"{table.Name}: about {table.Here} rows here, {table.There} in the archive");
            }

            return 0;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        ArchiveDone done;
        try
        {
            done = await services.GetRequiredService<ArchiveRun>().MoveAsync(null, Say, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine(
                "Stopped. What was moved stays moved; the batch in hand is gone through again the next time."
            );
            return 1;
        }

        Console.WriteLine(
            $"{done.Cases} cases with {done.Rows} rows were moved, {done.Returned} brought back, {done.Left.Count} stay where they are."
        );
        return done.Left.Count == 0 ? 0 : 1;
    }

    /// <summary>The house without its pages, as the service itself.</summary>
    internal static ServiceProvider Services(string app, string archive)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Error).AddJsonConsole());
        services.AddSingleton(new ArchiveDatabase(archive));
        services.AddKernel(Doors.All, app);
        return services.BuildServiceProvider();
    }

    private static void Say(long done, long whole) => Console.Error.WriteLine($"{done} of {whole} cases");
}

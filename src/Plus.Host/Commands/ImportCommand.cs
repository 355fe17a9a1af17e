using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host.Database;
using Plus.Kernel;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Web.Language;

namespace Plus.Host.Commands;

/// <summary><c>plus import FILE [--data DIR] [--report OUT.json]</c>: takes a file of messages in, or goes on with it.</summary>
internal static class ImportCommand
{
    private const string Usage = "Usage: plus import FILE [--data DIR] [--report OUT.json]";

    private static Texts Words =>
        new TextCatalog([typeof(IntakeRun).Assembly, typeof(Law.Verdict).Assembly]).In(PageLanguage.Latvian);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--takeover", StringComparer.Ordinal))
        {
            return await TakeoverCommand.RunAsync(args);
        }

        var data = DataOption.Take(ref args);
        var report = TakeReport(ref args, Usage);
        if (args is not [{ Length: > 0 } file] || file.StartsWith('-'))
        {
            throw new CommandException(Usage, 2);
        }

        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file {path}.");
        }

        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        await MarkAsync(database);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddKernel(Doors.All, database.AppConnectionString)
            .BuildServiceProvider();
        var run = await TakeInAsync(services, path);
        if (report is not null)
        {
            await WriteReportAsync(services, run.Id, report);
        }

        await AuditSealing.OnceAsync(
            database.AppConnectionString,
            AuditPlaces.FromEnvironment(settings.DataFolder),
            default
        );
        Console.WriteLine(
            $"{run.LinesDone} lines: {run.Accepted} accepted, {run.Attention} need attention, "
                + $"{run.MatchToConfirm} wait for a match, {run.Repeated} repeated, {run.Rejected} rejected, {run.Ignored} empty."
        );
        return 0;
    }

    private static async Task<IntakeRun> TakeInAsync(ServiceProvider services, string path)
    {
        Guid id;
        await using (var scope = services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = "import";
            var begun = await scope
                .ServiceProvider.GetRequiredService<IntakeRuns>()
                .BeginOrResumeAsync("command", path, default);
            id = begun.Id;
            if (begun.BytesDone > 0)
            {
                await Console.Error.WriteLineAsync($"Going on after line {begun.LinesDone}.");
            }
        }

        try
        {
            await services.GetRequiredService<IntakeRunner>().RunAsync(id, null, default);
        }
        catch (RunIsBusyException)
        {
            throw new CommandException($"Another process is taking in {path} at this moment.");
        }

        await using var after = services.CreateAsyncScope();
        return (await after.ServiceProvider.GetRequiredService<PlusDb>().FindAsync<IntakeRun>(id))!;
    }

    // People of an import are real unless the database is a demo already.
    internal static async Task MarkAsync(DatabaseAccess database)
    {
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        if (await DatabaseMark.ReadAsync(connection, default) is null)
        {
            await DatabaseMark.SetAsync(database.OwnerConnectionString, DatabaseMark.Real, default);
        }
    }

    private static async Task WriteReportAsync(ServiceProvider services, Guid run, string report)
    {
        // Beside the target first: a report that exists is whole.
        var unfinished = report + ".part";
        await using (var file = File.Create(unfinished))
        {
            await IntakeReport.WriteAsync(services.GetRequiredService<NpgsqlDataSource>(), run, file, Words, default);
        }

        File.Move(unfinished, report, overwrite: true);
    }

    /// <summary>Takes the option <c>--report OUT.json</c> out of the arguments; null when it is not there.</summary>
    internal static string? TakeReport(ref string[] args, string usage)
    {
        var at = Array.IndexOf(args, "--report");
        if (at < 0)
        {
            return null;
        }

        if (at + 1 >= args.Length || args[at + 1].StartsWith('-'))
        {
            throw new CommandException("--report needs a file. " + usage, 2);
        }

        var report = Path.GetFullPath(args[at + 1]);
        args = [.. args[..at], .. args[(at + 2)..]];
        return report;
    }
}

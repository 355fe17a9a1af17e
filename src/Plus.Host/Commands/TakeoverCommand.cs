using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Database;
using Plus.Kernel;
using Plus.Shared.Exchange.Takeover.Files;
using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Running;
using Plus.Web.Language;

namespace Plus.Host.Commands;

/// <summary>
/// <c>plus import --takeover DIR [--dry-run] [--report OUT.json] [--data DIR]</c>: takes over the system before. Exit
/// status 0 when reconciled, 3 when what is missing lies in quarantine, 4 when something differs, 1 when refused.
/// </summary>
internal static class TakeoverCommand
{
    private const string Usage = "Usage: plus import --takeover DIR [--dry-run] [--report OUT.json] [--data DIR]";

    private static readonly TextCatalog Catalog = new([typeof(TakeoverRun).Assembly, typeof(Law.Verdict).Assembly]);

    public static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var report = ImportCommand.TakeReport(ref args, Usage);
        var dryRun = args.Contains("--dry-run", StringComparer.Ordinal);
        args = [.. args.Where(a => a != "--dry-run")];
        if (args is not ["--takeover", { Length: > 0 } named] || named.StartsWith('-'))
        {
            throw new CommandException(Usage, 2);
        }

        var folder = Path.GetFullPath(named);
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {folder}.");
        }

        await using var database = await DatabaseAccess.UseAsync(
            DatabaseSettings.FromEnvironment(data),
            Console.Error.WriteLine,
            default
        );
        if (!dryRun)
        {
            await ImportCommand.MarkAsync(database);
        }

        await using var services = new ServiceCollection()
            .AddLogging()
            .AddKernel(Doors.All, database.AppConnectionString)
            .BuildServiceProvider();
        try
        {
            var verdict = await TakeAsync(services, folder, dryRun, report);
            return verdict switch
            {
                TakeoverVerdict.Reconciled => 0,
                TakeoverVerdict.Quarantine => 3,
                _ => 4,
            };
        }
        catch (TakeoverRefusedException refused)
        {
            throw new CommandException(Words(refused));
        }
    }

    private static async Task<TakeoverVerdict> TakeAsync(
        ServiceProvider services,
        string folder,
        bool dryRun,
        string? report
    )
    {
        var watch = Stopwatch.StartNew();
        return await services
            .GetRequiredService<TakeoverRunner>()
            .RunAsync(
                folder,
                dryRun,
                null,
                async (db, run, reconciliation, ct) =>
                {
                    if (report is not null)
                    {
                        // Beside the target first: a report that exists is whole.
                        await using (var file = File.Create(report + ".part"))
                        {
                            await TakeoverReport.WriteAsync(
                                db,
                                run,
                                reconciliation,
                                dryRun,
                                file,
                                Catalog.In(PageLanguage.Latvian),
                                Catalog.In(PageLanguage.English),
                                ct
                            );
                        }

                        File.Move(report + ".part", report, overwrite: true);
                    }

                    Print(reconciliation, dryRun, watch.Elapsed);
                },
                default
            );
    }

    private static void Print(Reconciliation reconciliation, bool dryRun, TimeSpan time)
    {
        foreach (var table in reconciliation.Counts.GroupBy(c => c.Count.TableCode))
        {
            var counts = table.Select(l => l.Count).ToList();
            Console.WriteLine(
                $"{table.Key}: {counts.Sum(c => c.InFile)} in the file, {counts.Sum(c => c.Taken)} taken, "
                    + $"{counts.Sum(c => c.Joined)} joined, {counts.Sum(c => c.Unchanged)} unchanged, "
                    + $"{counts.Sum(c => c.Corrected)} corrected, {counts.Sum(c => c.Quarantined)} in quarantine, "
                    + $"{counts.Sum(c => c.InDatabase ?? 0)} in the database"
            );
        }

        var rows = reconciliation.Counts.Sum(c => c.Count.InFile);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows} rows in {time.TotalSeconds:0.0} s: {reconciliation.Verdict}{(dryRun ? ", nothing written" : "")}"
            )
        );
    }

    private static string Words(TakeoverRefusedException refused) =>
        string.Join(
            "\n",
            new[] { PageLanguage.Latvian, PageLanguage.English }.Select(l =>
                Catalog.In(l)[
                    "takeover.refusal." + Kernel.Storage.CodeConversion.CodeOf(refused.Refusal),
                    ("what", refused.What)
                ]
            )
        );
}

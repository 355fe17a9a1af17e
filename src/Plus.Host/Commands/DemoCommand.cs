using System.Diagnostics;
using System.Globalization;
using Plus.Host.Database;
using Plus.Host.Demo;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Sealing;

namespace Plus.Host.Commands;

/// <summary><c>plus demo --year Y | --years A-B [--data DIR]</c>: builds the synthetic service.</summary>
internal static class DemoCommand
{
    private const string Usage = "Usage: plus demo --year 2023 | --years A-B [--data DIR]";

    public static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var (first, last) = args switch
        {
            ["--year", var year] => (Year(year), Year(year)),
            ["--years", var years] when years.Split('-') is [var from, var to] => (Year(from), Year(to)),
            _ => throw new CommandException(Usage, 2),
        };
        var today = new PlusClock(TimeProvider.System).Today;
        if (first > last || first < 2005 || last > today.Year)
        {
            throw new CommandException($"Years lie between 2005 and {today.Year}, the first one first. " + Usage, 2);
        }

        if (first > DemoOptions.PublishedYear || last < DemoOptions.PublishedYear)
        {
            throw new CommandException(
                $"The figures of {DemoOptions.PublishedYear} are the ones that are published: the years must contain it.",
                2
            );
        }

        var watch = Stopwatch.StartNew();
        var settings = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.UseAsync(settings, Console.Error.WriteLine, default);
        await DemoBuilder.BuildAsync(
            database.OwnerConnectionString,
            new DemoOptions(today) { FirstYear = first, LastYear = last },
            new ConsoleLines(),
            default
        );
        await AuditSealing.OnceAsync(
            database.OwnerConnectionString,
            AuditPlaces.FromEnvironment(settings.DataFolder),
            default
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The demo service stands, built in {watch.Elapsed.TotalSeconds:0} s. Log in as 'darbinieks' with the password '{DemoOptions.Password}'."
            )
        );
        return 0;
    }

    private static int Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : throw new CommandException(Usage, 2);
}

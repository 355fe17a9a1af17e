using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host.Database;
using Plus.Host.Storage;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Statistics;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Published;

namespace Plus.Host.Commands;

/// <summary><c>plus figures --year Y --json [--data DIR]</c>: the year's figures as one JSON object.</summary>
internal static class FiguresCommand
{
    private const string Usage = "Usage: plus figures --year Y --json [--data DIR]";

    private const int FirstYear = 2005;

    // The keys are those of this year's printed report, whichever year is asked for.
    private const int ReportYear = 2023;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var year = TakeYear(ref args);
        if (args is not ["--json"])
        {
            throw new CommandException(Usage, 2);
        }

        var thisYear = new PlusClock(TimeProvider.System).Today.Year;
        if (year < FirstYear || year > thisYear)
        {
            throw new CommandException($"There are figures of the years {FirstYear} to {thisYear}. {Usage}", 2);
        }

        await using var database = await DatabaseAccess.UseAsync(
            DatabaseSettings.FromEnvironment(data),
            Console.Error.WriteLine,
            default
        );
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        Console.WriteLine(Write(await ComputeAsync(source, year, default)));
        return 0;
    }

    /// <summary>The whole service's figures of a year with the parameters in force in this database.</summary>
    internal static async Task<FigureSet> ComputeAsync(NpgsqlDataSource source, int year, CancellationToken ct)
    {
        await using var db = PlusDbFactory.Create(source);
        var rules = await new CurrentRules(db).ReadAsync(ct);
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        return await new YearFigures(new FigureCatalog(Doors.All)).ComputeAsync(
            reached.Connection,
            FigurePeriod.OfYear(year),
            rules.Parameters,
            ct
        );
    }

    /// <summary>Key and value; what could not be computed is not there.</summary>
    internal static string Write(FigureSet figures)
    {
        var json = new JsonObject();
        foreach (var figure in figures.All.Where(f => PublishedFigures.Of(ReportYear).ContainsKey(f.Definition.Key)))
        {
            json[figure.Definition.Key] = figure.Value.List is { } list
                ? new JsonArray([.. list.Select(code => (JsonNode)code)])
                : Number(figure.Value.Number!.Value);
        }

        return json.ToJsonString(Options);
    }

    private static JsonNode Number(decimal value) =>
        value == decimal.Truncate(value) ? JsonValue.Create((long)value) : JsonValue.Create(value);

    private static int TakeYear(ref string[] args)
    {
        var at = Array.IndexOf(args, "--year");
        if (
            at < 0
            || at + 1 >= args.Length
            || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1990 or > 2100
        )
        {
            throw new CommandException("--year needs a year. " + Usage, 2);
        }

        args = [.. args[..at], .. args[(at + 2)..]];
        return year;
    }
}

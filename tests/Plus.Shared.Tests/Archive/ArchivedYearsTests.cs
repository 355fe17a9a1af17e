using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host;
using Plus.Host.Demo;
using Plus.Law.Rules;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Statistics.Engine;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>Twenty-one years of a service of a twentieth of the country go into the archive: every year's figures stay.</summary>
[Trait("Category", "Long")]
public sealed class ArchivedYearsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private PlusApp App { get; } = new() { HasArchive = true };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await DemoBuilder.BuildAsync(
            App.Database.OwnerConnectionString,
            new DemoOptions(new DateOnly(2026, 4, 15))
            {
                OneIn = 20,
                FirstYear = 2005,
                LastYear = 2025,
            },
            new Progress<string>(),
            default
        );
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task TwentyYears_GoIntoTheArchive_AndEveryYearsFiguresStay()
    {
        var (figures, rows) = (await FiguresAsync(), await CountAsync(App.Database.OwnerConnectionString));
        var watch = Stopwatch.StartNew();

        var done = await App.Run().MoveAsync(null, null, Ct);

        output.WriteLine(
            $"{done.Cases} cases with {done.Rows} rows in {watch.Elapsed.TotalSeconds:0} s; {rows} rows before, "
                + $"{await CountAsync(App.Database.OwnerConnectionString)} at hand after."
        );
        Assert.Empty(done.Left);
        Assert.True(done.Cases > 3000, $"{done.Cases} cases");
        Assert.Equal(figures, await FiguresAsync());
        Assert.Equal(rows - done.Rows, await CountAsync(App.Database.OwnerConnectionString));
        Assert.Equal(done.Rows, await CountAsync(App.Archive!.OwnerConnectionString));
        Assert.True(done.Rows > rows * 8 / 10, $"{done.Rows} of {rows}");
    }

    private async Task<long> CountAsync(string connectionString)
    {
        await using var scope = App.Scope();
        var tables = scope.ServiceProvider.GetRequiredService<ArchivePlanner>().Make().Moved;
        var sum = string.Join(" + ", tables.Select(t => $"(SELECT count(*) FROM {t.Name})"));
        return long.Parse(
            (await ArchiveScene.ListAsync(connectionString, $"SELECT {sum}"))[0],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private async Task<string> FiguresAsync()
    {
        await using var connection = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        var all = new List<string>();
        for (var year = 2005; year <= 2026; year++)
        {
            var figures = await new YearFigures(new FigureCatalog(Doors.All)).ComputeAsync(
                connection,
                FigurePeriod.OfYear(year),
                LegalParameters.Embedded,
                Ct
            );
            all.AddRange(
                figures.All.Select(f =>
                    $"{year} {f.Definition.Key} {JsonSerializer.Serialize<object>(f.Value)} {f.Records} {f.Persons}"
                )
            );
        }

        Assert.True(all.Count > 1000);
        return string.Join('\n', all);
    }
}

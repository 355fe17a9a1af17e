using System.Text.Json;
using Npgsql;
using Plus.Host;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>A small demo service whose closed cases all go into the archive and come back.</summary>
public sealed class ArchivedDemoTests : IAsyncLifetime
{
    private PlusApp App { get; } = new() { HasArchive = true };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await App.BuildSmallDemoAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task WholeService_GoesAndComesBack_WithTheSameFiguresAndTheSameRows()
    {
        App.Now = new DateTimeOffset(2029, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var (figures, rows) = (await FiguresAsync(), await App.RowsAsync());
        var files = await App.ScalarAsync<long>("SELECT count(*) FROM files.stored_file");

        var done = await App.Run().MoveAsync(null, null, Ct);

        Assert.True(done.Cases > 40, $"{done.Cases} cases");
        Assert.Empty(done.Left);
        Assert.Equal(figures, await FiguresAsync());
        Assert.Equal(rows, await App.RowsAsync());
        var here = await App.RowsAsync(there: false);
        Assert.True(here.Count < rows.Count / 2, $"{here.Count} of {rows.Count} rows stayed");
        Assert.Equal(done.Rows, rows.Count - here.Count);
        Assert.Equal(0L, await App.ScalarAsync<long>("SELECT count(*) FROM archive.leftover"));
        Assert.Equal(
            (0, 0L),
            ((await App.Run().MoveAsync(null, null, Ct)) is var again ? (again.Cases, again.Rows) : default)
        );
        Assert.Equal(
            (long)done.Cases,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'archive.moved'")
        );

        await App.DoAsync("UPDATE archive.archived_case SET returns_since = now()");
        Assert.Equal(done.Cases, await App.Run().ReturnAsync(Ct));

        Assert.Equal(rows, await App.RowsAsync(there: false));
        Assert.Empty(await App.RowsAsync(here: false));
        Assert.Equal(figures, await FiguresAsync());
        Assert.Equal(files, await App.ScalarAsync<long>("SELECT count(*) FROM files.stored_file"));
        Assert.Equal(0L, await App.ScalarAsync<long>("SELECT count(*) FROM archive.kept_amount"));
    }

    private async Task<string> FiguresAsync()
    {
        await using var connection = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        var all = new List<string>();
        foreach (var year in (int[])[2023, 2026])
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

        Assert.True(all.Count > 60);
        return string.Join('\n', all);
    }
}

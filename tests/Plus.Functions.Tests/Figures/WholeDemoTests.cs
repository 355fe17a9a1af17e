using Plus.Shared.Statistics;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Functions.Tests.Figures;

/// <summary>The demo at its full size: every published figure, and the rows behind each.</summary>
public sealed class WholeDemoTests(WholeDemo demo, ITestOutputHelper output) : IClassFixture<WholeDemo>
{
    [Fact]
    public async Task Year2023_HasEveryPublishedFigureExactly()
    {
        output.WriteLine($"Built in {demo.Took.TotalSeconds:0.0} s.");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var figures = await demo.FiguresAsync();
        output.WriteLine($"Computed in {watch.ElapsedMilliseconds} ms.");

        var published = PublishedFigures.Of(2023);
        var wrong = published
            .Values.Where(p => figures.Find(p.Key) is not { } found || !found.Value.Equals(p.AsValue))
            .Select(p => $"{p.Key}: {Show(figures.Find(p.Key)?.Value)} instead of {p.Value}");

        Assert.Empty(wrong);
        Assert.Equal(
            published.Keys.Order(StringComparer.Ordinal),
            demo.Catalog.All.Select(d => d.Key).Where(published.ContainsKey).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task EveryNumber_IsTheNumberOfItsRows()
    {
        var figures = await demo.FiguresAsync();
        foreach (var figure in figures.All)
        {
            var rows = await demo.RowsAsync(figure.Definition.Key, 20);
            var expected = figure.Definition.Made switch
            {
                CountSince made => (long)(
                    figure.Value.Number!.Value - PublishedFigures.BaselineOf(made.Baseline).Value
                ),
                HoursOf => (long)(figure.Value.Number!.Value * 60),
                _ => figure.Records ?? rows.Total,
            };

            Assert.True(
                expected == (figure.Definition.Made is HoursOf ? rows.Minutes : rows.Total),
                $"{figure.Definition.Key}: {expected} counted, {rows.Total} rows, {rows.Minutes} minutes"
            );
            Assert.Equal(Math.Min(20, rows.Total), rows.Rows.Count);
        }
    }

    [Fact]
    public async Task Persons_AreFewerThanRecordsAndNamed()
    {
        var worked = (await demo.FiguresAsync()).Find("clients.worked")!;

        Assert.Equal(16052, worked.Records);
        Assert.InRange(worked.Persons!.Value, 14000, 15500);
    }

    private static string Show(FigureValue? value) =>
        value is null ? "nothing"
        : value.List is { } list ? string.Join(", ", list)
        : value.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

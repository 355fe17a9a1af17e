using System.Diagnostics;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Published;

namespace Plus.Functions.Tests.Figures;

/// <summary>Twenty years of the national service: the published year stays exact, and a year is computed within a second.</summary>
[Trait("Category", "Long")]
public sealed class TwentyYearsTests(TwentyYears demo, ITestOutputHelper output) : IClassFixture<TwentyYears>
{
    private static readonly int[] Years = [2006, 2012, 2019, 2023, 2024];

    [Fact]
    public async Task Years_AreComputedWithinASecondAndThePublishedOneIsExact()
    {
        output.WriteLine($"Built in {demo.Took.TotalSeconds:0} s.");
        var sections = await demo.ScalarAsync<long>("select count(*) from cases.section");
        var days = await demo.ScalarAsync<long>("select count(*) from community_work.hours_entry");
        output.WriteLine($"{sections} sections, {days} days of work.");
        Assert.InRange(sections, 280_000, 400_000);
        Assert.True(days > 2_000_000);
        foreach (var year in Years)
        {
            await demo.FiguresAsync(year);
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                await PageAsync(year);
                best = watch.Elapsed < best ? watch.Elapsed : best;
            }

            output.WriteLine($"{year}: {best.TotalMilliseconds:0} ms for everything of the year.");
            Assert.True(best < TimeSpan.FromSeconds(1), $"{year}: {best.TotalMilliseconds:0} ms");
        }

        var figures = await demo.FiguresAsync();
        Assert.Empty(
            PublishedFigures
                .Of(2023)
                .Values.Where(p => figures.Find(p.Key) is not { } found || !found.Value.Equals(p.AsValue))
                .Select(p => p.Key)
        );
    }

    [Theory]
    [InlineData("clients.worked")]
    [InlineData("clients.share_11_17")]
    [InlineData("su.success_rate")]
    [InlineData("sx.victim_identified")]
    [InlineData("me.since_2005")]
    [InlineData("sd.hours")]
    [InlineData("sd.contracts_active")]
    public async Task AnyFigureOverTwentyYears_TakesLessThanASecond(string key)
    {
        await using var connection = await demo.OpenAsync();
        var (best, trend) = (TimeSpan.MaxValue, (IReadOnlyList<TrendYear>)[]);
        for (var i = 0; i < 4; i++)
        {
            var watch = Stopwatch.StartNew();
            trend = await new FigureTrend(demo.Catalog).ReadAsync(
                connection,
                [demo.Catalog.Find(key)!],
                new FigureSpan(2005, 2025, null),
                LegalParameters.Embedded,
                default
            );
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine($"{key}: {best.TotalMilliseconds:0} ms for twenty-one years.");
        Assert.True(best < TimeSpan.FromSeconds(1), $"{key}: {best.TotalMilliseconds:0} ms");
        Assert.Equal(
            (await demo.FiguresAsync(2015)).Find(key)?.Value.Number,
            trend.Single(y => y.Year == 2015).Values[0]?.Number
        );
    }

    private async Task PageAsync(int year)
    {
        var period = FigurePeriod.OfYear(year);
        await using var connection = await demo.OpenAsync();
        await new YearFigures(demo.Catalog).ComputeAsync(connection, period, LegalParameters.Embedded, default);
        await new FigureYears(demo.Catalog).ReadAsync(connection, period, LegalParameters.Embedded, default);
        await new FigureOffices(demo.Catalog).ReadAsync(connection, period, LegalParameters.Embedded, default);
    }
}

using System.Globalization;
using Plus.Bench.Data;
using Plus.Testing.Databases;

namespace Plus.Bench.Tests;

/// <summary>
/// An hour of the national day's mix at the busiest minute's rate of 427 people, 85 requests a second: every request is
/// answered well, and the server's memory does not grow. <c>PLUS_LOAD_RATE</c> and <c>PLUS_LOAD_MINUTES</c> change the two.
/// </summary>
public sealed class HourOfLoadTests
{
    private const double BusiestMinute = 85;
    private const double Hour = 60;

    // The collector gives memory back when it likes: what is more than this beyond the first minute keeps growing.
    private const double GrowthMb = 150;

    [Fact]
    [Trait("Category", "Long")]
    public async Task HourOfTheNationalMix_HasNoErrorAndNoGrowth()
    {
        var folder = PostgresServer.NewFolder("load");
        try
        {
            var options = new BenchOptions(folder, Json: true, 1, BenchSize.National, [])
            {
                Rate = Setting("PLUS_LOAD_RATE", BusiestMinute),
            };
            var minutes = Setting("PLUS_LOAD_MINUTES", Hour);

            var mix = await BenchRun.MixAsync(options, minutes);

            TestContext.Current.TestOutputHelper?.WriteLine(BenchReport.Json(mix));
            Assert.Equal(0, mix.Errors);
            Assert.InRange(mix.Requests, (minutes * 60 * options.Rate) - 3, (minutes * 60 * options.Rate) + 3);
            Assert.InRange(mix.LateMb - mix.EarlyMb, double.MinValue, GrowthMb);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Setting(string name, double otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } typed
            ? double.Parse(typed, CultureInfo.InvariantCulture)
            : otherwise;
}

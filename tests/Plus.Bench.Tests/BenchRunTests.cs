using System.Text.Json;
using Plus.Bench.Operations;
using Plus.Testing.Databases;

namespace Plus.Bench.Tests;

/// <summary>
/// The whole bench on a handful of people, each run a part of a second long: what it measures means nothing, that it measures and
/// how it says it does. That both sides answer with the same rows the bench demands itself, and fails otherwise.
/// </summary>
public sealed class BenchRunTests
{
    private static readonly string[] Operations =
    [
        "home",
        "clientPage",
        "search",
        "contactEntry",
        "list",
        "calendar",
        "alarmIntake",
        "figures",
        "sheetEntry",
        "hostPage",
        "sheetImport",
        "importRows",
        "auditRow",
    ];

    [Fact]
    public async Task SmallBench_MeasuresEveryOperationOnBothSides()
    {
        var folder = PostgresServer.NewFolder("bench");
        try
        {
            var results = await BenchRun.MeasureAsync(new BenchOptions(folder, Json: true, 0.2, 600, []));

            using var json = JsonDocument.Parse(BenchReport.Json(results));
            Assert.Equal(Operations, json.RootElement.EnumerateObject().Select(o => o.Name));
            foreach (var operation in json.RootElement.EnumerateObject())
            {
                foreach (
                    var number in (string[])
                        ["cpuRatio", "p99Ms", "p50Ms", "oursCpuMs", "twinCpuMs", "perSecond", "twinPerSecond"]
                )
                {
                    Assert.True(operation.Value.GetProperty(number).GetDouble() > 0, $"{operation.Name}.{number}");
                }
            }

            Assert.All(results, r => Assert.InRange(r.TwinBytes, r.Bytes * 0.98, (r.Bytes * 1.02) + 400));
            // Sheets are entered client by client, each in a transaction of its own.
            Assert.All(
                results.Where(r => r.Name != ImportOperation.Name),
                r =>
                    Assert.InRange(
                        r.Statements,
                        1,
                        r.Name is HostOperations.Sheet or HostOperations.Month ? 60 * HostPool.Clients : 100
                    )
            );
            Assert.Contains("| clientPage |", BenchReport.Table(results), StringComparison.Ordinal);

            // The same folder again, with what the import took in: the national mix for some seconds.
            var mix = await BenchRun.MixAsync(new BenchOptions(folder, Json: true, 1, 600, []) { Rate = 10 }, 0.1);
            Assert.Equal(0, mix.Errors);
            // A timer may ring a little early, and one more is due then.
            Assert.InRange(mix.Requests, 40, 63);
            Assert.All(mix.Kinds, k => Assert.True(k.Requests > 0 && k.P99Ms > 0, k.Name));
            using var load = JsonDocument.Parse(BenchReport.Json(mix));
            Assert.Equal(mix.Requests, load.RootElement.GetProperty("requests").GetInt32());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--seconds")]
    [InlineData("--seconds", "0")]
    [InlineData("--size", "many")]
    [InlineData("--slow")]
    public void UnknownArgument_IsRefused(params string[] args) =>
        Assert.Throws<BenchException>(() => BenchOptions.Read(args));

    [Fact]
    public void TenTimesTheSize_MeansTenTimesThePeople() =>
        Assert.Equal(200_000, BenchOptions.Read(["--size", "10"]).People);
}

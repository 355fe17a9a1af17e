using System.Text.Json;
using Plus.Bench.Operations;
using Plus.Testing.Databases;

namespace Plus.Bench.Tests;

/// <summary>
/// The whole bench on a handful of people, each run a second long: what it measures means nothing, that it measures and
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
        "figures",
        "importRows",
        "auditRow",
    ];

    [Fact]
    public async Task SmallBench_MeasuresEveryOperationOnBothSides()
    {
        var folder = PostgresServer.NewFolder("bench");
        try
        {
            var results = await BenchRun.MeasureAsync(new BenchOptions(folder, Json: true, 1, 600, []));

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
            Assert.All(results.Where(r => r.Name != ImportOperation.Name), r => Assert.InRange(r.Statements, 1, 100));
            Assert.Contains("| clientPage |", BenchReport.Table(results), StringComparison.Ordinal);
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

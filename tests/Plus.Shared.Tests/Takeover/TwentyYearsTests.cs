using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Takeover;

/// <summary>Twenty years of a service, with a million days of work, through the real command's engine.</summary>
public sealed class TwentyYearsTests : IAsyncLifetime
{
    private const int People = 25_000;
    private const int DaysOfEach = 40;
    private const int FirstYear = 2005;
    private const int Years = 20;

    private TakeoverHouse house = null!;
    private TakeoverFolder folder = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TakeoverHouse.NewAsync();
        folder = new TakeoverFolder();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return house.DisposeAsync();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task TwentyYears_AreTakenInConstantMemoryAndReconciled()
    {
        var rows = Write();
        var watch = Stopwatch.StartNew();

        var report = await house.TakeAsync(folder);

        watch.Stop();
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows} rows in {watch.Elapsed.TotalSeconds:0} s, {rows / watch.Elapsed.TotalSeconds:0} rows/s"
            )
        );
        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Equal(
            (long)People * DaysOfEach,
            report["counts"]!.AsArray().Where(c => (string?)c!["table"] == "hours").Sum(c => (long)c!["inDatabase"]!)
        );
        GC.Collect();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 400L << 20);
    }

    // Streamed: the folder is larger than a test should hold.
    private long Write()
    {
        var manifest = new JsonArray();
        long rows = 0;
        foreach (
            var (table, lines) in new (string, IEnumerable<JsonObject>)[]
            {
                ("offices", [new JsonObject { ["id"] = "JEL1", ["office"] = "ZE-JE1" }]),
                ("staff", [new JsonObject { ["id"] = "vecais", ["userName"] = null }]),
                ("clients", Each(n => TakeoverSample.Client(folder, n, YearOf(n)))),
                ("bases", Each(n => TakeoverSample.Basis(folder, n, "courtRuling", "175(2)", YearOf(n)))),
                ("sections", Each(n => TakeoverSample.Work(folder, n, YearOf(n)))),
                ("hours", Enumerable.Range(1, People).SelectMany(DaysOf)),
            }
        )
        {
            var path = folder.FileOf(table);
            using (var writer = new StreamWriter(path))
            {
                foreach (var line in lines)
                {
                    writer.WriteLine(line.ToJsonString());
                    rows++;
                    folder.RowsOf(table).Clear();
                }
            }

            using var written = File.OpenRead(path);
            manifest.Add(
                new JsonObject
                {
                    ["name"] = Path.GetFileName(path),
                    ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(written)),
                }
            );
        }

        folder.Counts = false;
        folder.ChangeManifest = m => m["files"] = manifest;
        foreach (var table in (string[])["offices", "staff", "clients", "bases", "sections", "hours"])
        {
            folder.RowsOf(table);
        }

        folder.WriteManifest();
        return rows;
    }

    private static IEnumerable<JsonObject> Each(Func<int, JsonObject> row) => Enumerable.Range(1, People).Select(row);

    private IEnumerable<JsonObject> DaysOf(int person) =>
        Enumerable
            .Range(0, DaysOfEach)
            .Select(i =>
            {
                var day = new DateOnly(YearOf(person), 4, 1).AddDays(i);
                return TakeoverSample.Hours(folder, (person * 100) + i, $"s{person}", day, 180);
            });

    private static int YearOf(int person) => FirstYear + (person % Years);
}

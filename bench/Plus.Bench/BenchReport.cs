using System.Globalization;
using System.Text;
using System.Text.Json;
using Plus.Bench.Operations;

namespace Plus.Bench;

/// <summary>Prints what was measured.</summary>
internal static class BenchReport
{
    public static string Json(IEnumerable<OperationResult> results) =>
        JsonSerializer.Serialize(
            results.ToDictionary(
                r => r.Name,
                r => new
                {
                    cpuRatio = Round(r.CpuRatio),
                    p99Ms = Round(r.P99Ms),
                    p50Ms = Round(r.P50Ms),
                    serverCpuMs = Round(r.ServerMs),
                    databaseCpuMs = Round(r.DatabaseMs),
                    twinCpuMs = Round(r.TwinMs),
                    perSecond = Round(r.PerSecond),
                    twinPerSecond = Round(r.TwinPerSecond),
                    bytes = r.Bytes,
                }
            ),
            new JsonSerializerOptions { WriteIndented = true }
        );

    public static string Table(IEnumerable<OperationResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| operation | CPU ratio | ours: app + db, ms | twin, ms | ours /s | twin /s | p50 ms | p99 ms | bytes |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var r in results)
        {
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {r.Name} | {r.CpuRatio:0.00} | {r.ServerMs:0.00} + {r.DatabaseMs:0.00} | {r.TwinMs:0.00} | {r.PerSecond:0} | {r.TwinPerSecond:0} | {r.P50Ms:0.0} | {r.P99Ms:0.0} | {r.Bytes} |"
                )
            );
        }

        return text.ToString();
    }

    private static double Round(double value) => Math.Round(value, 3);
}

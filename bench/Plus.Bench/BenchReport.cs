using System.Globalization;
using System.Text;
using System.Text.Json;
using Plus.Bench.Operations;

namespace Plus.Bench;

/// <summary>Prints what was measured.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>One object, by the operation's name.</summary>
    public static string Json(IEnumerable<OperationResult> results) =>
        JsonSerializer.Serialize(
            results.ToDictionary(
                r => r.Name,
                r => new
                {
                    cpuRatio = Round(r.CpuRatio),
                    p99Ms = Round(r.P99Ms),
                    p50Ms = Round(r.P50Ms),
                    twinP99Ms = Round(r.TwinP99Ms),
                    oursCpuMs = Round(r.ServerMs + r.DatabaseMs),
                    oursServerCpuMs = Round(r.ServerMs),
                    oursDatabaseCpuMs = Round(r.DatabaseMs),
                    twinCpuMs = Round(r.TwinMs),
                    perSecond = Round(r.PerSecond),
                    twinPerSecond = Round(r.TwinPerSecond),
                    bytes = r.Bytes,
                    wireBytes = r.WireBytes,
                    statements = r.Statements,
                },
                StringComparer.Ordinal
            ),
            Options
        );

    public static string Table(IEnumerable<OperationResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| operation | CPU ratio | ours: app + db, ms | twin, ms | ours /s | twin /s | p50 ms | p99 ms | twin p99 ms | bytes | on the wire | statements |"
        );
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var r in results)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {r.Name} | {r.CpuRatio:0.0} | {r.ServerMs:0.00} + {r.DatabaseMs:0.00} "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {r.TwinMs:0.00} | {r.PerSecond:0} | {r.TwinPerSecond:0} | {r.P50Ms:0.0} "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {r.P99Ms:0.0} | {r.TwinP99Ms:0.0} | {r.Bytes} | {r.WireBytes} | {r.Statements} |"
            );
            text.AppendLine();
        }

        return text.ToString();
    }

    private static double Round(double value) => Math.Round(value, 3);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plus.Bench.Documents;
using Plus.Bench.Load;
using Plus.Bench.Operations;

namespace Plus.Bench;

/// <summary>Prints what was measured.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// What the audit costs beyond its durable row (divided, watched, sealed), in percent of the CPU of a client page, which
    /// is one reading; null where one of the two was not measured.
    /// </summary>
    public static double? AuditOfPage(IReadOnlyCollection<OperationResult> results) =>
        (
            results.FirstOrDefault(r => r.Name == AuditOperation.Name),
            results.FirstOrDefault(r => r.Name == "clientPage")
        )
            is ({ } row, { } page)
            ? (row.DatabaseMs - row.TwinMs) * 100 / (page.ServerMs + page.DatabaseMs)
            : null;

    /// <summary>One object, by the operation's name.</summary>
    public static string Json(IReadOnlyCollection<OperationResult> results) =>
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
                    percentOfClientPage = r.Name == AuditOperation.Name && AuditOfPage(results) is { } part
                        ? Round(part)
                        : (double?)null,
                },
                StringComparer.Ordinal
            ),
            Options
        );

    /// <summary>Documents as one object, by what was measured.</summary>
    public static string Json(IEnumerable<DocumentsResult> results) =>
        JsonSerializer.Serialize(
            results.ToDictionary(
                r => r.Name,
                r => new
                {
                    count = r.Count,
                    seconds = Round(r.Seconds),
                    perSecond = Round(r.PerSecond),
                    msEach = Round(r.MsEach),
                    cpuMsEach = r.CpuMsEach is { } cpu ? Round(cpu) : (double?)null,
                    p50Ms = r.P50Ms is { } middle ? Round(middle) : (double?)null,
                    p99Ms = r.P99Ms is { } late ? Round(late) : (double?)null,
                    failed = r.Failed,
                },
                StringComparer.Ordinal
            ),
            Options
        );

    /// <summary>The mix as one object.</summary>
    public static string Json(MixResult mix) =>
        JsonSerializer.Serialize(
            new
            {
                seconds = Round(mix.Time.TotalSeconds),
                requests = mix.Requests,
                errors = mix.Errors,
                cpuMs = Round(mix.CpuMs),
                memoryMb = new[] { Round(mix.EarlyMb), Round(mix.LateMb) },
                kinds = mix.Kinds.ToDictionary(
                    k => k.Name,
                    k => new
                    {
                        requests = k.Requests,
                        p50Ms = Round(k.P50Ms),
                        p99Ms = Round(k.P99Ms),
                    },
                    StringComparer.Ordinal
                ),
            },
            Options
        );

    public static string Table(MixResult mix)
    {
        var text = new StringBuilder();
        text.AppendLine("| kind | requests | p50 ms | p99 ms |").AppendLine("|---|---|---|---|");
        foreach (var (name, requests, p50, p99) in mix.Kinds)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {requests} | {p50:0.0} | {p99:0.0} |");
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $"{mix.Requests} requests in {mix.Time.TotalSeconds:0} s, {mix.Errors} errors, {mix.CpuMs:0.0} ms of CPU each; memory {mix.EarlyMb:0} MB after a minute, {mix.LateMb:0} MB at the end"
            )
            .ToString();
    }

    public static string Table(IReadOnlyCollection<OperationResult> results)
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

        if (AuditOfPage(results) is { } part)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"The audit beyond its durable row takes {part:0.0} % of a client page's CPU."
            );
        }

        return text.ToString();
    }

    private static double Round(double value) => Math.Round(value, 3);
}

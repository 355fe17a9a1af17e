using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Plus.Bench.Documents;

/// <summary>One thing measured.</summary>
/// <param name="Seconds">For all of them.</param>
internal sealed record DocumentsResult(string Name, int Count, double Seconds)
{
    public int Failed { get; init; }

    /// <summary>CPU of all processes together, for one; where it was metered.</summary>
    public double? CpuMsEach { get; init; }

    /// <summary>Of one, where each was timed.</summary>
    public double? P50Ms { get; init; }

    public double? P99Ms { get; init; }

    public double PerSecond => Count / Math.Max(Seconds, 0.001);

    public double MsEach => Seconds * 1000 / Math.Max(1, Count);

    public static string Table(IEnumerable<DocumentsResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| what | how many | seconds | a second | ms each | CPU ms each | p50 ms | p99 ms | failed |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var r in results)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {r.Name} | {r.Count} | {r.Seconds:0.0} | {r.PerSecond:0.0} | {r.MsEach:0.0} | {r.CpuMsEach:0.0} | {r.P50Ms:0.0} | {r.P99Ms:0.0} | {r.Failed} |"
            );
        }

        return text.ToString();
    }
}

/// <summary>Milliseconds of each of many, and the seconds that all took.</summary>
internal sealed record Times(IReadOnlyList<double> Each, double Seconds)
{
    public static Times Of(int count, Action<int> act)
    {
        var (each, watch) = (new List<double>(count), Stopwatch.StartNew());
        for (var n = 0; n < count; n++)
        {
            var began = watch.Elapsed;
            act(n);
            each.Add((watch.Elapsed - began).TotalMilliseconds);
        }

        return new Times(each, watch.Elapsed.TotalSeconds);
    }

    public DocumentsResult Result(string name) => new(name, Each.Count, Seconds) { P50Ms = At(0.5), P99Ms = At(0.99) };

    private double At(double part) => Each.Count == 0 ? 0 : Each.Order().ElementAt((int)((Each.Count - 1) * part));
}

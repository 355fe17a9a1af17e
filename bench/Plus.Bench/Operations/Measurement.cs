using Plus.Bench.Load;
using Plus.Bench.Measuring;

namespace Plus.Bench.Operations;

/// <summary>Measures an operation in interleaved rounds, so that what the machine does besides meets both sides alike.</summary>
internal static class Measurement
{
    public const int Connections = 16;

    private const int Rounds = 4;

    public static async Task<OperationResult> RunAsync(Operation operation, Side ours, Side twin)
    {
        // Warms both, and tells how long our answer is.
        var first = await LoadRun.CountedAsync(Math.Max(64, operation.Requests / 8), Connections, n => ours.SendAsync(operation.Ours(n)));
        var bytes = first.BytesEach;
        await LoadRun.CountedAsync(Math.Max(64, operation.Requests / 8), Connections, n => twin.SendAsync(operation.Twin(n, bytes)));

        var our = new Sum();
        var their = new Sum();
        for (var round = 0; round < Rounds; round++)
        {
            var offset = (round + 1) * operation.Requests;
            await MeasureAsync(ours, operation.Requests, our, n => operation.Ours(offset + n));
            await MeasureAsync(twin, operation.Requests, their, n => operation.Twin(offset + n, bytes));
        }

        var paced = await LoadRun.AtRateAsync(
            operation.Rate,
            TimeSpan.FromSeconds(5),
            n => ours.SendAsync(operation.Ours(((Rounds + 2) * operation.Requests) + n))
        );
        return new OperationResult(
            operation.Name,
            our.Cpu / their.Cpu,
            our.Server * 1000 / our.Requests,
            our.Database * 1000 / our.Requests,
            their.Cpu * 1000 / their.Requests,
            our.Requests / our.Seconds,
            their.Requests / their.Seconds,
            paced.Percentile(0.5),
            paced.Percentile(0.99),
            bytes
        );
    }

    private static async Task MeasureAsync(Side side, int requests, Sum sum, Func<int, HttpRequestMessage> request)
    {
        var before = side.Meter.Read();
        var run = await LoadRun.CountedAsync(requests, Connections, n => side.SendAsync(request(n)));
        var used = side.Meter.Read() - before;
        sum.Add(run, used);
    }

    private sealed class Sum
    {
        public double Server { get; private set; }

        public double Database { get; private set; }

        public double Cpu => Server + Database;

        public int Requests { get; private set; }

        public double Seconds { get; private set; }

        public void Add(LoadResult run, CpuReading used)
        {
            Server += used.Server;
            Database += used.Database;
            Requests += run.Requests;
            Seconds += run.Seconds;
        }
    }
}

/// <summary>What was measured. CPU in milliseconds a request, application and database; ratio ours to the twin.</summary>
internal sealed record OperationResult(
    string Name,
    double CpuRatio,
    double ServerMs,
    double DatabaseMs,
    double TwinMs,
    double PerSecond,
    double TwinPerSecond,
    double P50Ms,
    double P99Ms,
    int Bytes
);

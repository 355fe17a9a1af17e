using Npgsql;
using Plus.Bench.Load;

namespace Plus.Bench.Operations;

/// <summary>Measures an operation in interleaved rounds, so that what the machine does besides meets both sides alike.</summary>
internal static class Measurement
{
    public const int Connections = 16;

    private const int Rounds = 4;

    public static async Task<OperationResult> RunAsync(
        Operation operation,
        Side ours,
        Side twin,
        NpgsqlDataSource owner,
        double seconds
    )
    {
        var round = TimeSpan.FromSeconds(seconds / Rounds);
        var warm = round < TimeSpan.FromSeconds(1.5) ? round : TimeSpan.FromSeconds(1.5);
        // Each of the connections must have asked often enough for its statements to be prepared and the code compiled.
        var least = (int)Math.Min(operation.Least, seconds * 60);
        var bytes = 0;
        var our = new MeasuredSide(ours, (n, side) => operation.Ours(n, side));
        var their = new MeasuredSide(twin, (n, _) => operation.Twin(n, bytes));

        // Warms both, and tells how long our answer is.
        await operation.PrepareAsync(owner);
        await CheckRowsAsync(operation, ours, twin);
        await operation.PrepareAsync(owner);
        bytes = (await our.ForAsync(warm, least, operation.Most(), counts: false)).BytesEach;
        await their.ForAsync(warm, least, operation.Most(), counts: false);
        for (var i = 0; i < Rounds; i++)
        {
            await operation.PrepareAsync(owner);
            await our.ForAsync(round, least / 4, operation.Most(), counts: true);
            await their.ForAsync(round, least / 4, operation.Most(), counts: true);
        }

        await operation.PrepareAsync(owner);
        var paced = (int)Math.Min(operation.Rate * Math.Clamp(seconds / 2, 0.5, 30), operation.Most());
        var calm = await LoadRun.AtRateAsync(operation.Rate, paced, our.SendAsync);
        var theirCalm = await LoadRun.AtRateAsync(operation.Rate, paced, their.SendAsync);
        await operation.PrepareAsync(owner);
        return new OperationResult(operation.Name)
        {
            CpuRatio = our.CpuMs / their.CpuMs,
            ServerMs = our.ServerMs,
            DatabaseMs = our.DatabaseMs,
            TwinMs = their.CpuMs,
            PerSecond = our.PerSecond,
            TwinPerSecond = their.PerSecond,
            P50Ms = calm.Percentile(0.5),
            P99Ms = calm.Percentile(0.99),
            TwinP99Ms = theirCalm.Percentile(0.99),
            Bytes = bytes,
            TwinBytes = their.BytesEach,
            WireBytes = await ours.WireBytesAsync(operation.Ours(0, ours)),
        };
    }

    /// <summary>A comparison of different rows would say nothing.</summary>
    private static async Task CheckRowsAsync(Operation operation, Side ours, Side twin)
    {
        for (var n = 0; n < 3; n++)
        {
            var our = operation.Rows(await ours.ReadAsync(operation.Ours(n, ours)));
            var their = operation.Rows(await twin.ReadAsync(operation.Twin(n, 0)));
            if (!our.SetEquals(their))
            {
                throw new BenchException(
                    $"{operation.Name}: the sides answer with different rows ({our.Count} and {their.Count}); ours alone: "
                        + $"{string.Join(' ', our.Except(their).Take(3))}; the twin's alone: {string.Join(' ', their.Except(our).Take(3))}."
                );
            }
        }
    }
}

/// <summary>What was measured. CPU in milliseconds a request, application and database; ratio ours to the twin.</summary>
internal sealed record OperationResult(string Name)
{
    public double CpuRatio { get; init; }

    public double ServerMs { get; init; }

    public double DatabaseMs { get; init; }

    public double TwinMs { get; init; }

    /// <summary>At 16 connections.</summary>
    public double PerSecond { get; init; }

    public double TwinPerSecond { get; init; }

    /// <summary>At a fixed rate, from when the request was due.</summary>
    public double P50Ms { get; init; }

    public double P99Ms { get; init; }

    public double TwinP99Ms { get; init; }

    /// <summary>Of our answer, not compressed; the twin answers as many.</summary>
    public int Bytes { get; init; }

    public int TwinBytes { get; init; }

    /// <summary>Of our answer, as a browser gets it.</summary>
    public int WireBytes { get; init; }

    /// <summary>SQL statements of one request of ours, those of the session included.</summary>
    public int Statements { get; init; }
}

using System.Diagnostics;

namespace Plus.Bench.Load;

/// <summary>Sends requests and keeps how long each took.</summary>
internal static class LoadRun
{
    /// <summary>
    /// For a time, at least and at most so many requests, at a number of connections, each sending the next as soon as it
    /// has an answer. On a busy machine a short time alone would measure what is not warm yet.
    /// </summary>
    public static async Task<LoadResult> ForAsync(
        TimeSpan time,
        int least,
        int most,
        int connections,
        Func<int, Task<int>> send
    )
    {
        var next = -1;
        var times = new List<double>[connections];
        long bytes = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async c =>
                {
                    var own = times[c] = [];
                    int number;
                    while (
                        (clock.Elapsed < time || Volatile.Read(ref next) < least)
                        && (number = Interlocked.Increment(ref next)) < most
                    )
                    {
                        var started = clock.Elapsed;
                        Interlocked.Add(ref bytes, await send(number));
                        own.Add((clock.Elapsed - started).TotalMilliseconds);
                    }
                })
        );
        return new LoadResult(clock.Elapsed.TotalSeconds, [.. times.SelectMany(t => t)], bytes);
    }

    /// <summary>
    /// Requests at a fixed rate for a time, whether or not earlier ones were answered; time is counted from when a
    /// request was due, so that a server that stalls cannot hide it.
    /// </summary>
    public static async Task<LoadResult> AtRateAsync(double perSecond, int requests, Func<int, Task<int>> send)
    {
        var times = new double[requests];
        long bytes = 0;
        var clock = Stopwatch.StartNew();
        var running = new List<Task>(requests);
        for (var i = 0; i < requests; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            var wait = due - clock.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            var number = i;
            running.Add(
                Task.Run(async () =>
                {
                    Interlocked.Add(ref bytes, await send(number));
                    times[number] = (clock.Elapsed - due).TotalMilliseconds;
                })
            );
        }

        await Task.WhenAll(running);
        return new LoadResult(clock.Elapsed.TotalSeconds, times, bytes);
    }
}

/// <summary>What a run gave.</summary>
/// <param name="Times">Milliseconds of each request.</param>
/// <param name="Bytes">Bytes of all answers, as decoded.</param>
internal sealed record LoadResult(double Seconds, IReadOnlyList<double> Times, long Bytes)
{
    public int Requests => Times.Count;

    public int BytesEach => (int)(Bytes / Math.Max(1, Requests));

    /// <summary>The time below which this share of the requests lie.</summary>
    public double Percentile(double share)
    {
        var sorted = Times.Order().ToArray();
        return sorted.Length == 0
            ? 0
            : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}

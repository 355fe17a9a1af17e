using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Plus.Bench.Operations;
using Plus.Kernel.Time;

namespace Plus.Bench.Load;

/// <summary>
/// The national day's mix at a fixed rate for minutes: 70 % pages, 25 % search as one types, 5 % journal notes with their
/// history and audit. Requests are sent when they are due, whether or not earlier ones were answered, and their time counts
/// from then. Every request must succeed.
/// </summary>
internal static class MixRun
{
    // Beyond so many unanswered requests the server no longer follows, and waiting longer says nothing more.
    private const int MostWaiting = 2000;

    private const string TokenField = "__RequestVerificationToken";

    private static readonly string[] Kinds = ["pages", "search", "writes"];

    /// <param name="side">PLUS, logged in.</param>
    /// <param name="on">Whom and what is asked about.</param>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="time">How long.</param>
    /// <param name="memoryMb">Memory of the server at this moment, megabytes.</param>
    /// <param name="say">Told a line each minute.</param>
    public static async Task<MixResult> RunAsync(
        Side side,
        Arranged on,
        double perSecond,
        TimeSpan time,
        Func<double> memoryMb,
        Action<string> say
    )
    {
        var today = new PlusClock(TimeProvider.System).Today;
        var times = Kinds.Select(_ => new Times()).ToArray();
        long errors = 0;
        var waiting = 0;
        var (clock, cpu) = (Stopwatch.StartNew(), side.Meter.Read());
        var minute = TimeSpan.FromMinutes(1);
        double early = 0;
        var sent = 0;
        for (; clock.Elapsed < time; sent++)
        {
            var due = TimeSpan.FromSeconds(sent / perSecond);
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed);
            }

            if (Volatile.Read(ref waiting) >= MostWaiting)
            {
                throw new BenchException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"After {clock.Elapsed.TotalSeconds:0} s {MostWaiting} requests wait: {perSecond} a second are more than this machine answers."
                    )
                );
            }

            var number = sent;
            Interlocked.Increment(ref waiting);
            _ = Task.Run(async () =>
            {
                var (kind, request) = RequestOf(number, side, on, today);
                try
                {
                    await side.SendAsync(request);
                    times[kind].Add(clock.Elapsed - due);
                }
                catch (Exception e) when (e is BenchException or HttpRequestException or TaskCanceledException)
                {
                    Interlocked.Increment(ref errors);
                    say(e.Message);
                }
                finally
                {
                    Interlocked.Decrement(ref waiting);
                }
            });
            if (clock.Elapsed >= minute)
            {
                early = early == 0 ? memoryMb() : early;
                say(Line(minute, times, errors, memoryMb()));
                minute += TimeSpan.FromMinutes(1);
            }
        }

        while (Volatile.Read(ref waiting) > 0)
        {
            await Task.Delay(50);
        }

        var used = side.Meter.Read() - cpu;
        return new MixResult(
            clock.Elapsed,
            sent,
            errors,
            [.. Kinds.Select((k, i) => (k, times[i].Count, times[i].Percentile(0.5), times[i].Percentile(0.99)))],
            used.Total * 1000 / Math.Max(1, sent),
            early,
            memoryMb()
        );
    }

    // Of twenty requests fourteen are pages, five searches, one a note.
    private static (int Kind, HttpRequestMessage Request) RequestOf(int n, Side side, Arranged on, DateOnly today)
    {
        var client = on.Clients[n % on.Clients.Count];
        switch (n % 20)
        {
            case 7:
                return (2, Note(client, side, today));
            case 1 or 5 or 9 or 13 or 17:
                return (
                    1,
                    Form("/search/suggest", ("q", on.Fragments[n % on.Fragments.Count]), (TokenField, side.Token))
                );
            default:
                var path = (n % 4) switch
                {
                    0 => "/",
                    1 => "/sections?state=open&manager=me",
                    _ => $"/clients/{client}",
                };
                return (0, new HttpRequestMessage(HttpMethod.Get, path));
        }
    }

    private static HttpRequestMessage Note(Guid client, Side side, DateOnly today)
    {
        var request = Form(
            $"/clients/{client}/notes/new",
            (TokenField, side.Token),
            ("OnDay", today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("Kind", "note"),
            ("Text", Twin.ContactTwin.Note)
        );
        request.Options.Set(Side.Redirects, true);
        return request;
    }

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };

    private static string Line(TimeSpan at, Times[] times, long errors, double memory) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalMinutes:0} min: ")
        + string.Join(
            ", ",
            Kinds.Select(
                (k, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{times[i].Count} {k} p50 {times[i].Percentile(0.5):0.0} p99 {times[i].Percentile(0.99):0.0} ms"
                    )
            )
        )
        + string.Create(CultureInfo.InvariantCulture, $", {errors} errors, {memory:0} MB");

    /// <summary>Takes away the notes of the run.</summary>
    public static async Task ClearAsync(NpgsqlDataSource owner)
    {
        await using var clear = owner.CreateCommand(
            "DELETE FROM journal.entry WHERE id > '01900000-0000-0000-0000-000000000000'"
        );
        await clear.ExecuteNonQueryAsync();
    }

    /// <summary>Times counted in steps of a tenth of a millisecond: an hour's times would not fit a list.</summary>
    private sealed class Times
    {
        private const int Steps = 200_000;
        private readonly int[] _counts = new int[Steps];
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Add(TimeSpan took)
        {
            Interlocked.Increment(ref _counts[(int)Math.Clamp(took.TotalMilliseconds * 10, 0, Steps - 1)]);
            Interlocked.Increment(ref _count);
        }

        public double Percentile(double share)
        {
            var (left, step) = ((long)Math.Ceiling(Count * share), 0);
            while (step < Steps - 1 && (left -= _counts[step]) > 0)
            {
                step++;
            }

            return step / 10.0;
        }
    }
}

/// <summary>What the mix gave.</summary>
/// <param name="Kinds">Name, requests, median and 99th percentile in milliseconds.</param>
/// <param name="CpuMs">CPU a request, application and database, milliseconds.</param>
/// <param name="EarlyMb">Memory of the server after the first minute; 0 when it ran for less.</param>
internal sealed record MixResult(
    TimeSpan Time,
    int Requests,
    long Errors,
    IReadOnlyList<(string Name, int Requests, double P50Ms, double P99Ms)> Kinds,
    double CpuMs,
    double EarlyMb,
    double LateMb
);

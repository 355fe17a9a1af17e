using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Plus.Host.Database;
using Plus.Testing.Databases;
using Plus.Testing.Monitoring;

namespace Plus.Functions.Tests.Supervision;

/// <summary>The vendor sends ten thousand events at once, and the server is killed in the middle of it.</summary>
public sealed class VendorBurstTests
{
    private const string Key = "a-shared-key-of-trials";
    private static readonly int Events = Environment.GetEnvironmentVariable("PLUS_TEST_LONG") is null ? 2_500 : 10_000;
    private const int AtOnce = 4;

    [Fact]
    public async Task Burst_WithAKilledServerInTheMiddle_LosesNoEventAndTakesNoneTwice()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = PostgresServer.NewFolder("vendor");
        var owner = "";
        var settings = new DatabaseSettings(folder, null, null);
        await using (var made = await DatabaseAccess.UseAsync(settings, _ => { }, ct))
        {
            await DatabaseMark.SetAsync(made.OwnerConnectionString, DatabaseMark.Real, ct);
            owner = made.OwnerConnectionString + ";Pooling=false";
        }

        var port = FreePort();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var vendor = new VendorSimulator(Key);
        var events = vendor.Make(
            Events,
            [.. Enumerable.Range(1, 90).Select(i => $"D-{i}")],
            TimeProvider.System.GetUtcNow()
        );
        var messages = vendor.Messages(events);
        var program = await ServeAsync(folder, port, client);
        var watch = Stopwatch.StartNew();
        var sent = Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (m, stop) => await vendor.SendUntilAcceptedAsync(client, m, stop)
        );

        await Eventually.HoldsAsync(
            async () => await CountAsync(owner, "supervision.vendor_event") > Events / 4,
            "a quarter of the events is in",
            seconds: 60
        );
        await program.KillAsync();
        program.Dispose();
        program = await ServeAsync(folder, port, client);
        await sent.WaitAsync(TimeSpan.FromMinutes(3), ct);

        TestContext.Current.SendDiagnosticMessage($"{Events} events in {watch.Elapsed.TotalSeconds:0.0} s with a kill");
        Assert.Equal(Events, await CountAsync(owner, "supervision.vendor_event"));
        Assert.Equal(events.Count(e => e.Kind is not "returnedHome"), await CountAsync(owner, "supervision.alarm"));
        Assert.Equal(
            0,
            await CountAsync(owner, "(SELECT event_id FROM supervision.alarm GROUP BY event_id HAVING count(*) > 1) x")
        );
        program.Dispose();
    }

    private static async Task<HostProcess> ServeAsync(string folder, int port, HttpClient client)
    {
        var program = HostProcess.Start(
            ["serve", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["PLUS_MONITORING_KEY"] = Key }
        );
        await Eventually.HoldsAsync(
            async () =>
            {
                Assert.False(program.HasExited, "The program has ended by itself.");
                try
                {
                    return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode
                        == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the program is ready",
            seconds: 90
        );
        return program;
    }

    private static async Task<long> CountAsync(string owner, string table)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Plus.Bench.Measuring;
using Plus.Bench.Operations;
using Plus.Host.Database;

namespace Plus.Bench;

/// <summary>Starts both servers on one database of the bench's own, measures each operation on both, prints.</summary>
internal static class BenchRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        BenchOptions options;
        try
        {
            options = BenchOptions.Read(args);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }

        var host = Path.Combine(AppContext.BaseDirectory, "Plus.Host.dll");
        await using var database = await DatabaseAccess.UseAsync(
            DatabaseSettings.FromEnvironment(options.Data),
            Console.Error.WriteLine,
            default
        );
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await BenchData.PrepareAsync(owner, host, options.Data);
        var person = await BenchPerson.ChooseAsync(owner);
        var postmaster =
            database.Embedded?.ServerPid ?? throw new InvalidOperationException("The bench measures the embedded database only.");

        var (ourPort, twinPort) = (FreePort(), FreePort());
        using var ours = await ServerProcess.StartAsync(
            [host, "serve", "--data", options.Data, "--port", ourPort],
            $"http://localhost:{ourPort}/health/live",
            []
        );
        using var twin = await ServerProcess.StartAsync(
            [typeof(BenchRun).Assembly.Location, "twin", twinPort],
            $"http://127.0.0.1:{twinPort}/bare",
            new() { ["PLUS_BENCH_DB"] = database.AppConnectionString }
        );
        var (client, token) = await person.LogInAsync($"http://localhost:{ourPort}");
        using var ourSide = new Side("PLUS", client, new CpuMeter(ours.Pid, postmaster));
        using var twinSide = new Side(
            "twin",
            new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri($"http://127.0.0.1:{twinPort}") },
            new CpuMeter(twin.Pid, postmaster)
        );

        var results = new List<OperationResult>();
        foreach (var operation in await PageOperations.AllAsync(owner, person, token, options.Requests))
        {
            await Console.Error.WriteLineAsync($"measuring {operation.Name} ...");
            results.Add(await Measurement.RunAsync(operation, ourSide, twinSide));
        }

        results.AddRange(await ImportOperation.RunAsync(database, host, options.Data, postmaster));
        Console.WriteLine(options.Json ? BenchReport.Json(results) : BenchReport.Table(results));
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"server memory after the load: {ours.MemoryMb:0} MB")
        );
        return 0;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}

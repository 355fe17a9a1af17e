using System.Globalization;
using Npgsql;
using Plus.Bench.Data;
using Plus.Bench.Documents;
using Plus.Bench.Load;
using Plus.Bench.Measuring;
using Plus.Bench.Operations;
using Plus.Bench.Twin;
using Plus.Host.Database;
using Plus.Kernel.Time;

namespace Plus.Bench;

/// <summary>Starts both servers on one database of the bench's own and measures each operation on both.</summary>
internal static class BenchRun
{
    public static Task<IReadOnlyList<OperationResult>> MeasureAsync(BenchOptions options) =>
        WithDatabaseAsync(options, (folder, database) => MeasureAsync(options, folder, database));

    /// <summary>Lets the national mix run against PLUS alone.</summary>
    public static Task<MixResult> MixAsync(BenchOptions options, double minutes) =>
        WithDatabaseAsync(options, (folder, database) => MixAsync(options, minutes, folder, database));

    /// <summary>Makes letters, saves them over WebDAV and searches texts, against PLUS alone.</summary>
    public static Task<IReadOnlyList<DocumentsResult>> DocumentsAsync(BenchOptions options, int letters) =>
        WithDatabaseAsync(
            options,
            async (folder, database) =>
            {
                var size = new BenchSize(options.People);
                await BenchData.PrepareAsync(database, size, new PlusClock(TimeProvider.System).Today);
                await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
                var person = await BenchPerson.ChooseAsync(owner, size);
                return await DocumentsRun.RunAsync(options, letters, folder, database, owner, person);
            }
        );

    private static async Task<T> WithDatabaseAsync<T>(
        BenchOptions options,
        Func<string, DatabaseAccess, Task<T>> measure
    )
    {
        var folder = options.Data ?? Path.Combine(Path.GetTempPath(), $"plus-bench-{Environment.ProcessId}");
        try
        {
            await using var database = await DatabaseAccess.UseAsync(
                new DatabaseSettings(folder, null, null),
                Console.Error.WriteLine,
                default
            );
            return await measure(folder, database);
        }
        finally
        {
            if (options.Data is null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<IReadOnlyList<OperationResult>> MeasureAsync(
        BenchOptions options,
        string folder,
        DatabaseAccess database
    )
    {
        var size = new BenchSize(options.People);
        var today = new PlusClock(TimeProvider.System).Today;
        await BenchData.PrepareAsync(database, size, today);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var person = await BenchPerson.ChooseAsync(owner, size);
        var arranged = await Arranged.ReadAsync(owner, person);
        var operations = PageOperations
            .All(arranged)
            .Concat(await HostOperations.AllAsync(owner, person, today))
            .Where(o => Wanted(options, o.Name))
            .ToList();
        var statements = await StatementProbe.CountAsync(database.AppConnectionString, owner, person, operations);
        var postmaster =
            database.Embedded?.ServerPid ?? throw new BenchException("The bench measures its own database only.");
        var host = Path.Combine(AppContext.BaseDirectory, "Plus.Host.dll");

        var results = new List<OperationResult>();
        if (operations.Count > 0)
        {
            using var ours = await ServerProcess.StartAsync(
                port => [host, "serve", "--data", folder, "--port", port],
                "/health/live",
                new() { ["PLUS_MONITORING_KEY"] = PageOperations.VendorKey }
            );
            using var twin = await ServerProcess.StartAsync(
                port => [typeof(BenchRun).Assembly.Location, TwinServer.Command, port],
                "/bare",
                new() { [TwinServer.DatabaseVariable] = database.OwnerConnectionString }
            );
            var (client, token) = await person.LogInAsync(ours.Address);
            using var ourSide = new Side("PLUS", client, new CpuMeter(ours.Pid, postmaster)) { Token = token };
            using var twinClient = new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false };
            using var twinSide = new Side(
                "twin",
                new HttpClient(twinClient) { BaseAddress = new Uri(twin.Address) },
                new CpuMeter(twin.Pid, postmaster)
            );
            foreach (var operation in operations)
            {
                await Console.Error.WriteLineAsync($"measuring {operation.Name} ...");
                await ourSide.EnterAsync(operation);
                var measured = await Measurement.RunAsync(operation, ourSide, twinSide, owner, options.Seconds);
                await operation.FinishAsync(owner);
                results.Add(measured with { Statements = statements.GetValueOrDefault(operation.Name) });
            }

            await Console.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"memory of the server after the load: {ours.MemoryMb:0} MB"
                )
            );
        }

        if (Wanted(options, ImportOperation.Name))
        {
            await Console.Error.WriteLineAsync($"measuring {ImportOperation.Name} ...");
            results.Add(await ImportOperation.RunAsync(owner, host, folder, postmaster, options.Seconds));
        }

        if (Wanted(options, AuditOperation.Name))
        {
            await Console.Error.WriteLineAsync($"measuring {AuditOperation.Name} ...");
            results.Add(await AuditOperation.RunAsync(database, owner, postmaster, options.Seconds));
        }

        return results;
    }

    private static async Task<MixResult> MixAsync(
        BenchOptions options,
        double minutes,
        string folder,
        DatabaseAccess database
    )
    {
        var size = new BenchSize(options.People);
        await BenchData.PrepareAsync(database, size, new PlusClock(TimeProvider.System).Today);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var person = await BenchPerson.ChooseAsync(owner, size);
        var arranged = await Arranged.ReadAsync(owner, person);
        var postmaster =
            database.Embedded?.ServerPid ?? throw new BenchException("The bench measures its own database only.");
        var host = Path.Combine(AppContext.BaseDirectory, "Plus.Host.dll");
        using var ours = await ServerProcess.StartAsync(
            port => [host, "serve", "--data", folder, "--port", port],
            "/health/live",
            []
        );
        var (client, token) = await person.LogInAsync(ours.Address);
        using var side = new Side("PLUS", client, new CpuMeter(ours.Pid, postmaster)) { Token = token };
        try
        {
            return await MixRun.RunAsync(
                side,
                arranged,
                options.Rate,
                TimeSpan.FromMinutes(minutes),
                () => ours.MemoryMb,
                Console.Error.WriteLine
            );
        }
        finally
        {
            await MixRun.ClearAsync(owner);
        }
    }

    private static bool Wanted(BenchOptions options, string name) =>
        options.Only.Count == 0 || options.Only.Contains(name);
}

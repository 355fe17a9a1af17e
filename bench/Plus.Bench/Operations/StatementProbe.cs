using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Plus.Bench.Measuring;
using Plus.Host.Serving;

namespace Plus.Bench.Operations;

/// <summary>
/// Counts the SQL statements of one request of each operation, in an application of its own that nobody measures, by
/// the tracing that Npgsql does itself. A batch counts as many statements as it holds.
/// </summary>
internal static class StatementProbe
{
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(
        string appConnectionString,
        NpgsqlDataSource owner,
        BenchPerson person,
        IEnumerable<Operation> operations
    )
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is string sql)
                {
                    seen.Enqueue(sql);
                }
            },
        };
        await ServingAsync(
            appConnectionString,
            person,
            async side =>
            {
                // Asked twice, the first time to warm it.
                foreach (var operation in operations)
                {
                    await operation.PrepareAsync(owner);
                    await side.EnterAsync(operation);
                    await side.SendAsync(operation.Ours(0, side));
                    ActivitySource.AddActivityListener(listener);
                    seen.Clear();
                    await side.SendAsync(operation.Ours(1, side));
                    counted[operation.Name] = seen.Sum(Statements);
                    await operation.FinishAsync(owner);
                }
            }
        );
        return counted;
    }

    /// <summary>Asks so many times, one after another; all connections are closed afterwards.</summary>
    public static Task RunAsync(string appConnectionString, BenchPerson person, Operation operation, int times) =>
        ServingAsync(
            appConnectionString,
            person,
            async side =>
            {
                for (var n = 0; n < times; n++)
                {
                    await side.SendAsync(operation.Ours(n, side));
                }
            }
        );

    private static async Task ServingAsync(string appConnectionString, BenchPerson person, Func<Side, Task> ask)
    {
        await using var app = PlusWebApp.Build(
            new ServeSettings(appConnectionString)
            {
                Urls = ["http://127.0.0.1:0"],
                IsDemo = true,
                RunsJobs = false,
            },
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration["PLUS_MONITORING_KEY"] = PageOperations.VendorKey;
            }
        );
        await app.StartAsync();
        var (client, token) = await person.LogInAsync(app.Urls.First());
        using var side = new Side("PLUS", client, new CpuMeter(Environment.ProcessId, Environment.ProcessId))
        {
            Token = token,
        };
        await ask(side);
        await app.StopAsync();
    }

    private static int Statements(string sql) =>
        sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}

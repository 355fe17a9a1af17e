using System.Globalization;
using Plus.Bench;
using Plus.Bench.Twin;

// The twin runs as a process of its own, so that its CPU can be told from the load's.
if (args is ["twin", var port])
{
    var connection = Environment.GetEnvironmentVariable("PLUS_BENCH_DB") ?? throw new InvalidOperationException("PLUS_BENCH_DB is not set.");
    await TwinServer.RunAsync(connection, int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

return await BenchRun.RunAsync(args);

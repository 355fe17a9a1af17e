using System.Globalization;
using Plus.Bench;
using Plus.Bench.Documents;
using Plus.Bench.Twin;

// The twin runs as a process of its own, so that its CPU can be told from the load's.
if (args is [TwinServer.Command, var port])
{
    var connection =
        Environment.GetEnvironmentVariable(TwinServer.DatabaseVariable)
        ?? throw new InvalidOperationException($"{TwinServer.DatabaseVariable} is not set.");
    await TwinServer.RunAsync(connection, int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

try
{
    var options = BenchOptions.Read(args);
    if (options.MixMinutes is { } minutes)
    {
        var mix = await BenchRun.MixAsync(options, minutes);
        Console.WriteLine(options.Json ? BenchReport.Json(mix) : BenchReport.Table(mix));
        return mix.Errors == 0 ? 0 : 1;
    }

    if (options.Letters is { } letters)
    {
        var documents = await BenchRun.DocumentsAsync(options, letters);
        Console.WriteLine(options.Json ? BenchReport.Json(documents) : DocumentsResult.Table(documents));
        return documents.Sum(d => d.Failed) == 0 ? 0 : 1;
    }

    var results = await BenchRun.MeasureAsync(options);
    Console.WriteLine(options.Json ? BenchReport.Json(results) : BenchReport.Table(results));
    return 0;
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

using System.Runtime.InteropServices;
using Plus.Host.Commands;

namespace Plus.Host.Database;

/// <summary><c>plus database [--data DIR]</c>: keeps the folder's server up and says how to enter it, until stopped.</summary>
internal static class DatabaseCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        if (args.Length > 0)
        {
            throw new CommandException("Usage: plus database [--data DIR]", 2);
        }
        var settings = DatabaseSettings.FromEnvironment(data) with { App = null, Owner = null };
        await using var database = await DatabaseAccess.AsItIsAsync(settings, Console.Error.WriteLine, default);
        var server = database.Embedded!;
        Console.WriteLine(
            $"The database answers; its passwords lie in {Path.GetFullPath(settings.DataFolder)}/database.json."
        );
        Console.WriteLine($"  psql 'host={server.Sockets} dbname=plus user=plus_owner'");
        Console.WriteLine("Ctrl+C ends this; the server goes on while others use it.");
        var stop = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stop.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}

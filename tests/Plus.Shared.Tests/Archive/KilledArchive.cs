using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Host;
using Plus.Kernel;
using Plus.Kernel.Storage;
using Plus.Shared.Archive;
using Plus.Shared.Archive.Moving;

namespace Plus.Shared.Tests.Archive;

/// <summary>Runs in a process of its own: moves what is due, or brings a case back, and kills the process at a step.</summary>
internal static class KilledArchive
{
    public static async Task RunAsync(string step)
    {
        foreach (var database in (string[])[Text("PLUS_TEST_KILL_DB")!, Text("PLUS_TEST_KILL_ARCHIVE")!])
        {
            WallKey.Use(database, Convert.FromHexString(Text("PLUS_TEST_KILL_KEY")!));
        }

        var archive = new ArchiveDatabase(Text("PLUS_TEST_KILL_ARCHIVE"))
        {
            AtStep = at =>
            {
                if (at.ToString() == step)
                {
                    using var own = Process.GetCurrentProcess();
                    own.Kill();
                    Thread.Sleep(Timeout.Infinite);
                }
            },
        };
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(archive);
        services.AddKernel(Doors.All, Text("PLUS_TEST_KILL_DB")!);
        await using var house = services.BuildServiceProvider();
        var run = house.GetRequiredService<ArchiveRun>();
        if (Text("PLUS_TEST_KILL_CLIENT") is { } client)
        {
            await run.ReturnAsync(Guid.Parse(client), default);
        }
        else
        {
            await run.MoveAsync(null, null, default);
        }
    }

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

using System.Diagnostics;
using Npgsql;
using Plus.Kernel.Ids;
using Plus.Shared.Files;
using Plus.Shared.Files.Scanning;
using Plus.Shared.Files.Storing;
using Plus.Shared.Keys.Ring;
using Plus.Shared.Tests.Archive;

#pragma warning disable MA0047, CA1050 // The runtime looks for a type of this name outside of all namespaces.

/// <summary>Runs in a process of its own, before its program: saves or deletes a file and kills the process at a step.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("PLUS_TEST_KILL_ARCHIVE_AT") is { } archive)
        {
            KilledArchive.RunAsync(archive).GetAwaiter().GetResult();
        }

        if (Environment.GetEnvironmentVariable("PLUS_TEST_KILL_AT") is { } step)
        {
            RunAsync(Enum.Parse<FileStep>(step)).GetAwaiter().GetResult();
        }
    }

    private static async Task RunAsync(FileStep step)
    {
        await using var source = NpgsqlDataSource.Create(Text("PLUS_TEST_KILL_DB")!);
        var places = FilePlaces.Of(Text("PLUS_TEST_KILL_FOLDER")!) with
        {
            AtStep = at =>
            {
                if (at == step)
                {
                    using var own = Process.GetCurrentProcess();
                    own.Kill();
                    Thread.Sleep(Timeout.Infinite);
                }
            },
        };
        var store = new FileStore(
            new FileRows(source, new Before()),
            places,
            new BlobStores(places, TimeProvider.System),
            KeyRing.InMemory(),
            new VirusScan(places),
            new FileHolds(source)
        );
        if (Text("PLUS_TEST_KILL_FILE") is { } file)
        {
            await store.DeleteAsync(FileId.From(Guid.Parse(file)));
        }
        else
        {
            await store.PutMadeAsync(new MemoryStream(Guid.NewGuid().ToByteArray()), "text/plain");
        }
    }

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Earlier than the clock of any test, so that no grace keeps what was left.</summary>
    private sealed class Before : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}

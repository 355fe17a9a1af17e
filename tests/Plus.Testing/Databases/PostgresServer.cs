using Plus.Host.Database;

namespace Plus.Testing.Databases;

/// <summary>
/// The private PostgreSQL of a test run: one per test process, started when the first database is asked for, without
/// flushing to disk, stopped and removed at the end however the process ends.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Started = new(StartAsync);

    internal static Task<EmbeddedPostgres> GetAsync() => Started.Value;

    /// <summary>A new empty folder for a data folder, passable for the user that PostgreSQL runs as.</summary>
    public static string NewFolder(string kind) =>
        Path.Combine(Path.GetTempPath(), $"plus-test-{kind}-{Environment.ProcessId}-{Guid.NewGuid():N}"[..48]);

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var options = new EmbeddedPostgresOptions(NewFolder("server")) { Ephemeral = true, Command = "test" };
        var server = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}

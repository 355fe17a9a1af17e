namespace Plus.Host.Database;

/// <summary>
/// Which database PLUS uses: a server of one's own (<c>PLUS_DB</c> for the application, <c>PLUS_DB_OWNER</c> for
/// migrating, restoring and backing up), else the private one in the data folder.
/// </summary>
public sealed record DatabaseSettings(string DataFolder, string? App, string? Owner)
{
    /// <summary>From <c>--data</c> (when given), <c>PLUS_DATA</c>, <c>PLUS_DB</c> and <c>PLUS_DB_OWNER</c>.</summary>
    public static DatabaseSettings FromEnvironment(string? dataOption) =>
        new(dataOption ?? Read("PLUS_DATA") ?? "data", Read("PLUS_DB"), Read("PLUS_DB_OWNER"));

    /// <summary>The archive on a server of one's own, as the application; null where there is none.</summary>
    public string? Archive { get; init; } = Read("PLUS_ARCHIVE_DB");

    /// <summary>The same as its owner.</summary>
    public string? ArchiveOwner { get; init; } = Read("PLUS_ARCHIVE_DB_OWNER");

    /// <summary>The file of the key that reaches are sealed with.</summary>
    public string WallKeyPath { get; init; } = Read("PLUS_WALL_KEY") ?? Path.Combine(DataFolder, "wall.key");

    /// <summary>Whether a server of one's own is named, so that nothing is started.</summary>
    public bool OwnServer => App is not null || Owner is not null;

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

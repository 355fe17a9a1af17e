namespace Plus.Shared.Exchange.Uploading;

/// <summary>Where files of messages lie: those sent by people, and those that others put into a watched folder.</summary>
/// <param name="Store">Sent on the page, until they are taken in.</param>
/// <param name="Watched">Looked into again and again; null where nothing is watched.</param>
public sealed record IntakeFolders(string Store, string? Watched)
{
    /// <summary>A file that did not change for so long is whole; so often the folder is looked into.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// PLUS_INTAKE_STORE, else <c>intake</c> in the data folder; PLUS_INTAKE_FOLDER, else <c>intake-in</c> in it. Without
    /// a data folder files sent lie among the temporary ones and nothing is watched.
    /// </summary>
    public static IntakeFolders In(string? data)
    {
        data ??= Text("PLUS_DATA");
        var store =
            Text("PLUS_INTAKE_STORE") ?? Path.Combine(data ?? Path.Combine(Path.GetTempPath(), "plus"), "intake");
        var watched = Text("PLUS_INTAKE_FOLDER") ?? (data is null ? null : Path.Combine(data, "intake-in"));
        return new IntakeFolders(Path.GetFullPath(store), watched is null ? null : Path.GetFullPath(watched));
    }

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

namespace Plus.Shared.Outbox.Channels;

/// <summary>Where the channels that write files put them.</summary>
/// <param name="Root">A folder for each channel lies below.</param>
public sealed record OutboxFolders(string Root)
{
    /// <summary>PLUS_OUTBOX, else <c>outbox</c> in the data folder, else among the temporary files.</summary>
    public static OutboxFolders In(string? data) =>
        new(
            Path.GetFullPath(
                Environment.GetEnvironmentVariable("PLUS_OUTBOX") is { Length: > 0 } named
                    ? named
                    : Path.Combine(
                        data
                            ?? Environment.GetEnvironmentVariable("PLUS_DATA")
                            ?? Path.Combine(Path.GetTempPath(), "plus"),
                        "outbox"
                    )
            )
        );

    public string Of(string channel)
    {
        var folder = Path.Combine(Root, channel);
        Directory.CreateDirectory(folder);
        return folder;
    }
}

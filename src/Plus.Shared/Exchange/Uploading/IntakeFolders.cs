namespace Plus.Shared.Exchange.Uploading;

/// <summary>Where files of messages lie: those sent by people, and those that others put into a watched folder.</summary>
public sealed record IntakeFolders(string Store, string? Watched)
{
    /// <summary>PLUS_INTAKE_STORE, else beside the data; PLUS_INTAKE_FOLDER is watched when it is set.</summary>
    public static IntakeFolders FromEnvironment()
    {
        var store =
            Environment.GetEnvironmentVariable("PLUS_INTAKE_STORE")
            ?? Path.Combine(
                Environment.GetEnvironmentVariable("PLUS_DATA") ?? Path.Combine(Path.GetTempPath(), "plus"),
                "intake"
            );
        return new IntakeFolders(Path.GetFullPath(store), Environment.GetEnvironmentVariable("PLUS_INTAKE_FOLDER"));
    }
}

namespace Plus.Shared.Keys.Ring;

/// <summary>Where the master keys lie: outside the database, in a folder that only its owner enters.</summary>
public sealed record KeyPlaces(string Folder)
{
    /// <summary>The file that holds the ring, mode 0600.</summary>
    public string File => Path.Combine(Folder, "master-keys.json");

    /// <summary>PLUS_KEYS, else <c>keys</c> in the data folder.</summary>
    public static KeyPlaces FromEnvironment(string dataFolder) =>
        new(
            Path.GetFullPath(
                Environment.GetEnvironmentVariable("PLUS_KEYS") is { Length: > 0 } named
                    ? named
                    : Path.Combine(dataFolder, "keys")
            )
        );
}

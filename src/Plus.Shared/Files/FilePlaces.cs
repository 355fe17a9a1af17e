using Plus.Shared.Files.S3;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files;

/// <summary>Where files lie.</summary>
/// <param name="Folder">The store of the file system.</param>
/// <param name="Temporary">Files being taken in, encrypted. On the same file system as the store, so that moving is one step.</param>
public sealed record FilePlaces(string Folder, string Temporary)
{
    /// <summary>The store that new files go into: folder, s3.</summary>
    public string Current { get; init; } = FolderStore.Name;

    /// <summary>Where the virus scanner listens: a Unix socket's path, or host and port on this machine. Null without one.</summary>
    public string? Scanner { get; init; }

    /// <summary>The object store; null when none is set up.</summary>
    internal S3Settings? S3 { get; init; }

    /// <summary>Told before each step of saving; tests stop the program there.</summary>
    internal Action<FileStep>? AtStep { get; init; }

    /// <summary>
    /// PLUS_FILES, else <c>files</c> in the data folder; PLUS_FILE_STORE;
    /// PLUS_CLAMD; PLUS_S3_… Without a data folder files lie among the temporary ones.
    /// </summary>
    public static FilePlaces In(string? data)
    {
        data ??= Text("PLUS_DATA") ?? Path.Combine(Path.GetTempPath(), "plus");
        var files = Text("PLUS_FILES") ?? Path.Combine(data, "files");
        return Of(files) with
        {
            Current = Text("PLUS_FILE_STORE") ?? FolderStore.Name,
            S3 = S3Settings.FromEnvironment(),
            Scanner = Text("PLUS_CLAMD"),
        };
    }

    /// <summary>In a folder of one's own, whatever the settings say.</summary>
    internal static FilePlaces Of(string files) =>
        new(Path.GetFullPath(Path.Combine(files, "store")), Path.GetFullPath(Path.Combine(files, "incoming")));

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

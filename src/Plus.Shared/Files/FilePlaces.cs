using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files;

/// <summary>Where files lie, and their keys.</summary>
/// <param name="Folder">The store of the file system.</param>
/// <param name="Temporary">Files being taken in, encrypted. On the same file system as the store, so that moving is one step.</param>
/// <param name="Keys">The file of the master keys.</param>
public sealed record FilePlaces(string Folder, string Temporary, string Keys)
{
    /// <summary>Told before each step of saving; tests stop the program there.</summary>
    internal Action<FileStep>? AtStep { get; init; }

    /// <summary>
    /// PLUS_FILES, else <c>files</c> in the data folder; PLUS_FILE_KEYS, else <c>file-keys.json</c> in it. Without a data
    /// folder they lie among the temporary ones.
    /// </summary>
    public static FilePlaces In(string? data)
    {
        data ??= Text("PLUS_DATA") ?? Path.Combine(Path.GetTempPath(), "plus");
        var files = Path.GetFullPath(Text("PLUS_FILES") ?? Path.Combine(data, "files"));
        var keys = Path.GetFullPath(Text("PLUS_FILE_KEYS") ?? Path.Combine(data, "file-keys.json"));
        return new FilePlaces(Path.Combine(files, "store"), Path.Combine(files, "incoming"), keys);
    }

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

namespace Plus.Host.Database;

/// <summary>Turns what PostgreSQL left in its logs into one sentence for the operator.</summary>
internal static class StartFailure
{
    private const int LinuxNoSpace = 28;

    // On a full disk PostgreSQL cannot even write why it does not start.
    private const long LeastMegabytes = 2;
    private const string NoSpace = "No space left on device";

    internal static bool DiskIsFull(IOException exception) =>
        exception.HResult == LinuxNoSpace || exception.Message.Contains(NoSpace, StringComparison.Ordinal);

    internal static DatabaseStartException Explain(DataFolder folder, Exception? cause)
    {
        var lines = Tail(folder.StartLog).Concat(Tail(NewestLog(folder))).ToList();
        if (
            cause is IOException
            || FreeMegabytes(folder.Place) < LeastMegabytes
            || lines.Exists(line => line.Contains(NoSpace, StringComparison.Ordinal))
        )
        {
            return new DatabaseStartException(DiskFullSentence(folder), cause);
        }
        return new DatabaseStartException(
            $"PostgreSQL does not start on {folder.Cluster}. Its last words:\n  {string.Join("\n  ", lines.TakeLast(8))}",
            cause
        );
    }

    internal static string DiskFullSentence(DataFolder folder) =>
        $"The disk that holds {folder.Place} is full ({FreeMegabytes(folder.Place)} MB free). Nothing that was saved is lost: "
        + "make room on it, and PLUS goes on.";

    private static long FreeMegabytes(string path) => new DriveInfo(path).AvailableFreeSpace / (1024 * 1024);

    private static string? NewestLog(DataFolder folder)
    {
        var logs = new DirectoryInfo(Path.Combine(folder.Cluster, "log"));
        return logs.Exists ? logs.EnumerateFiles("*.log").MaxBy(file => file.LastWriteTimeUtc)?.FullName : null;
    }

    private static IEnumerable<string> Tail(string? file)
    {
        try
        {
            return file is null || !File.Exists(file)
                ? []
                : File.ReadLines(file).Where(line => line.Length > 0).TakeLast(8).ToList();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

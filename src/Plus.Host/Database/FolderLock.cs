using System.Diagnostics;

namespace Plus.Host.Database;

/// <summary>
/// A lock on a file that the kernel gives back when its process ends, however it ends (flock).
/// Many may share it, or one hold it alone.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    public void Dispose() => stream.Dispose();

    internal static FolderLock? TryShared(string path) => Try(path, FileAccess.Read, FileShare.Read);

    internal static FolderLock? TryAlone(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    internal static async Task<FolderLock> SharedAsync(string path, TimeSpan limit, CancellationToken cancellation) =>
        await WaitAsync(() => TryShared(path), limit, cancellation)
        ?? throw Waited(path, limit, "the server there is still being stopped");

    internal static async Task<FolderLock> AloneAsync(string path, TimeSpan limit, CancellationToken cancellation) =>
        await WaitAsync(() => TryAlone(path), limit, cancellation)
        ?? throw Waited(path, limit, "another PLUS is still starting the server there");

    private static async Task<FolderLock?> WaitAsync(
        Func<FolderLock?> attempt,
        TimeSpan limit,
        CancellationToken cancellation
    )
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (attempt() is { } held)
            {
                return held;
            }
            if (waited.Elapsed > limit)
            {
                return null;
            }
            await Task.Delay(25, cancellation);
        }
    }

    private static DatabaseStartException Waited(string path, TimeSpan limit, string why) =>
        new($"Waited {limit.TotalSeconds:0} seconds for {Path.GetDirectoryName(path)}: {why}.");

    private static FolderLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
        }
        catch (IOException busy) when (busy.HResult is LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
    }

    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
}

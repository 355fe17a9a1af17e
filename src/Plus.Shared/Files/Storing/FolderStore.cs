using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Plus.Shared.Files.Storing;

/// <summary>Files in a folder, 256 x 256 folders beneath it by the first four digits of the address.</summary>
internal sealed class FolderStore(string folder) : BlobStore
{
    public const string Name = "folder";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public override string Code => Name;

    public override Task PutAsync(string address, string path, CancellationToken ct)
    {
        var place = PathOf(address);
        var beneath = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(beneath))
        {
            Directory.CreateDirectory(beneath, OwnerOnly);
            Sync(Path.GetDirectoryName(beneath)!);
            Sync(folder);
        }

        File.Move(path, place, overwrite: true);
        Sync(beneath);
        return Task.CompletedTask;
    }

    public override Task<Stream?> OpenAsync(string address, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(address), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
            );
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public override Task<long?> SizeAsync(string address, CancellationToken ct)
    {
        var file = new FileInfo(PathOf(address));
        return Task.FromResult<long?>(file.Exists ? file.Length : null);
    }

    public override Task RemoveAsync(string address, CancellationToken ct)
    {
        var place = PathOf(address);
        if (File.Exists(place))
        {
            File.Delete(place);
            Sync(Path.GetDirectoryName(place)!);
        }

        return Task.CompletedTask;
    }

    public override async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var upper in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (var lower in Directory.EnumerateDirectories(upper).Order(StringComparer.Ordinal))
            {
                ct.ThrowIfCancellationRequested();
                foreach (var file in Directory.EnumerateFiles(lower).Order(StringComparer.Ordinal))
                {
                    if (IsAddress(Path.GetFileName(file)))
                    {
                        yield return Path.GetFileName(file);
                    }
                }
            }
        }
    }

    private string PathOf(string address) =>
        IsAddress(address)
            ? Path.Combine(folder, address[..2], address[2..4], address)
            : throw new ArgumentException("This is no address of a file.", nameof(address));

    // A file that was moved is there after a power cut only when its folder was flushed too.
    private static void Sync(string directory)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(directory, 0, 0);
        if (handle >= 0)
        {
            using var owned = new SafeFileHandle(handle, ownsHandle: true);
            _ = Flush(owned);
        }
    }

    [DllImport(
        "libc",
        EntryPoint = "open",
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(SafeFileHandle handle);
}

using Plus.Shared.Files.S3;

namespace Plus.Shared.Files.Storing;

/// <summary>The stores there are. New files go into the current one; a row says in which its file lies.</summary>
internal sealed class BlobStores : IDisposable
{
    private readonly FolderStore _folder;
    private readonly S3Store? _s3;

    public BlobStores(FilePlaces places, TimeProvider time)
    {
        _folder = new FolderStore(places.Folder);
        _s3 = places.S3 is { } settings ? new S3Store(settings, places.Temporary, time) : null;
        Current = Of(places.Current);
    }

    /// <summary>Where new files go.</summary>
    public BlobStore Current { get; }

    public IEnumerable<BlobStore> All => _s3 is null ? [_folder] : [_folder, _s3];

    /// <summary>The store of a code.</summary>
    /// <exception cref="FileStoreUnknownException">It is not set up here.</exception>
    public BlobStore Of(string code) =>
        All.FirstOrDefault(s => s.Code == code) ?? throw new FileStoreUnknownException(code);

    public void Dispose() => _s3?.Dispose();
}

/// <summary>Files lie in a store that is not set up here.</summary>
public sealed class FileStoreUnknownException(string code)
    : IOException($"The store of files '{code}' is not set up here; docs/files.md says how.");

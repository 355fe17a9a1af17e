namespace Plus.Shared.Files.Storing;

/// <summary>The stores there are. New files go into the current one; a row says in which its file lies.</summary>
internal sealed class BlobStores(FilePlaces places)
{
    private readonly FolderStore _folder = new(places.Folder);

    /// <summary>Where new files go.</summary>
    public BlobStore Current => _folder;

    public IEnumerable<BlobStore> All => [_folder];

    /// <summary>The store of a code.</summary>
    public BlobStore Of(string code) =>
        All.FirstOrDefault(s => s.Code == code) ?? throw new FileStoreUnknownException(code);
}

/// <summary>Files lie in a store that is not set up here.</summary>
public sealed class FileStoreUnknownException(string code)
    : IOException($"Files lie in the store '{code}', which is not set up here. See docs/files.md.");

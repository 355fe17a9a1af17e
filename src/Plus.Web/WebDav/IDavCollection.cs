using System.Xml.Linq;

namespace Plus.Web.WebDav;

/// <summary>
/// What a WebDAV address serves. Paths are decoded, begin with a slash and have none at their end; the root is
/// <c>/</c>. Locks and conditions were judged before a member is called; a member refuses what the collection itself
/// does not allow.
/// </summary>
public interface IDavCollection
{
    /// <summary>Whose requests these are. A lock token counts for the one who was given it and for nobody else.</summary>
    string Holder { get; }

    /// <summary>The locks of the whole collection.</summary>
    IDavLocks Locks { get; }

    DavLimits Limits { get; }

    /// <summary>The item at a path; null when there is none.</summary>
    Task<DavItem?> FindAsync(string path, CancellationToken ct);

    /// <summary>What lies directly in a collection, without itself.</summary>
    Task<IReadOnlyList<DavItem>> MembersAsync(DavItem collection, CancellationToken ct);

    /// <summary>The content of a file, seekable.</summary>
    Task<Stream> ReadAsync(DavItem file, CancellationToken ct);

    /// <summary>
    /// Takes a whole content, or nothing: when the stream breaks off, what stood at the path stands there unchanged.
    /// </summary>
    /// <param name="path">Where to; its parent exists.</param>
    /// <param name="before">What stands there now; null for a new file.</param>
    /// <param name="content">What is sent; reading throws when the sender breaks off.</param>
    /// <param name="ct">Ends with the request.</param>
    Task<DavAnswer> WriteAsync(string path, DavItem? before, Stream content, CancellationToken ct);

    Task<DavAnswer> MakeCollectionAsync(string path, CancellationToken ct);

    /// <summary>Removes an item with everything in it.</summary>
    Task<DavAnswer> DeleteAsync(DavItem item, CancellationToken ct);

    /// <summary>Copies to a path where nothing stands any more; a collection with its members when <paramref name="deep"/>.</summary>
    Task<DavAnswer> CopyAsync(DavItem from, string to, DavItem? replaced, bool deep, CancellationToken ct);

    /// <summary>Moves to a path; <paramref name="replaced"/> stood there and goes.</summary>
    Task<DavAnswer> MoveAsync(DavItem from, string to, DavItem? replaced, CancellationToken ct);

    /// <summary>Keeps these dead properties with the item, all of them.</summary>
    Task<DavAnswer> SetPropertiesAsync(DavItem item, IReadOnlyList<XElement> properties, CancellationToken ct);
}

/// <summary>What stands at a path.</summary>
/// <param name="Path">Decoded, with a slash at its beginning and none at its end.</param>
/// <param name="IsCollection">A collection rather than a file.</param>
public sealed record DavItem(string Path, bool IsCollection)
{
    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>The entity tag with its quotes; null for a collection.</summary>
    public string? Tag { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Dead properties as clients set them.</summary>
    public IReadOnlyList<XElement> Properties { get; init; } = [];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>What became of a request: an HTTP status, and the file's new entity tag when there is one.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Tag">The entity tag with its quotes.</param>
public sealed record DavAnswer(int Status, string? Tag = null)
{
    public static readonly DavAnswer Created = new(201);
    public static readonly DavAnswer Done = new(204);

    /// <summary>The collection does not allow it, with whatever right.</summary>
    public static readonly DavAnswer Forbidden = new(403);

    public bool Succeeded => Status < 300;
}

/// <summary>How much a collection takes.</summary>
public sealed record DavLimits
{
    /// <summary>Bytes of a file.</summary>
    public long Upload { get; init; } = 50 * 1024 * 1024;

    /// <summary>Bytes of an XML body.</summary>
    public int Xml { get; init; } = 256 * 1024;

    /// <summary>The longest a lock stands without being refreshed.</summary>
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(30);
}

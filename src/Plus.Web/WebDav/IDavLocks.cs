using System.Xml.Linq;

namespace Plus.Web.WebDav;

/// <summary>Where a collection keeps its locks. Those whose time is over are never given out.</summary>
public interface IDavLocks
{
    /// <summary>The present instant, by which locks end.</summary>
    DateTimeOffset Now { get; }

    /// <summary>All locks that stand.</summary>
    Task<IReadOnlyList<DavLock>> AllAsync(CancellationToken ct);

    /// <summary>Adds a lock unless one that stands excludes it, as one step.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddAsync(DavLock added, CancellationToken ct);

    Task RefreshAsync(string token, DateTimeOffset endsAt, CancellationToken ct);

    Task RemoveAsync(string token, CancellationToken ct);
}

/// <summary>A write lock of RFC 4918.</summary>
/// <param name="Token">An absolute URI that never comes twice.</param>
/// <param name="Root">The path that was locked.</param>
/// <param name="IsShared">Others may hold shared locks beside it.</param>
/// <param name="IsDeep">Covers everything below the root too.</param>
/// <param name="Holder">Who was given the token.</param>
/// <param name="EndsAt">From this instant on it does not stand.</param>
public sealed record DavLock(
    string Token,
    string Root,
    bool IsShared,
    bool IsDeep,
    string Holder,
    DateTimeOffset EndsAt
)
{
    /// <summary>What the client says of its user; shown to others as it came.</summary>
    public XElement? Owner { get; init; }

    /// <summary>Whether it forbids others to change what stands at the path.</summary>
    public bool Covers(string path) => Root == path || (IsDeep && DavPath.IsBelow(path, Root));

    /// <summary>Whether both cannot stand at the same time.</summary>
    public bool Excludes(DavLock other) => !(IsShared && other.IsShared) && (Covers(other.Root) || other.Covers(Root));
}

using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>A request to a collection: where it points, what stands there, which locks it has tokens of.</summary>
internal sealed class DavRequest
{
    private IReadOnlyList<DavLock>? _locks;

    private DavRequest(HttpContext context, IDavCollection collection, string prefix, string path) =>
        (Context, Collection, Prefix, Path) = (context, collection, prefix, path);

    public HttpContext Context { get; }

    public IDavCollection Collection { get; }

    /// <summary>The encoded address of the root, without a slash at its end.</summary>
    public string Prefix { get; }

    public string Path { get; }

    public DavItem? Item { get; private set; }

    public IfHeader? If { get; private set; }

    public CancellationToken Aborted => Context.RequestAborted;

    public IHeaderDictionary Headers => Context.Request.Headers;

    /// <summary>Reads what every method needs.</summary>
    /// <returns>Null when the address or the header If cannot be read.</returns>
    public static async Task<DavRequest?> ReadAsync(
        HttpContext context,
        IDavCollection collection,
        string prefix,
        string? path
    )
    {
        if (DavPath.Normal(path) is not { } normal)
        {
            return null;
        }

        var request = new DavRequest(context, collection, prefix, normal);
        if (request.Headers["If"].ToString() is { Length: > 0 } header && (request.If = IfHeader.Parse(header)) is null)
        {
            return null;
        }

        request.Item = await collection.FindAsync(normal, request.Aborted);
        return request;
    }

    /// <summary>The locks that stand, read once a request.</summary>
    public async Task<IReadOnlyList<DavLock>> LocksAsync() => _locks ??= await Collection.Locks.AllAsync(Aborted);

    /// <summary>The decoded path of an address of this collection; null when it lies elsewhere.</summary>
    public string? PathOf(string address)
    {
        var request = Context.Request;
        if (!Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri))
        {
            return null;
        }

        // A rooted path parses as a file's address on Linux.
        if (address.StartsWith('/'))
        {
            uri = new Uri(new Uri($"{request.Scheme}://{request.Host}"), address);
        }
        else if (
            !uri.IsAbsoluteUri
            || uri.Scheme is not ("http" or "https")
            || !string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        if (uri.Fragment.Length > 0)
        {
            return null;
        }

        var encoded = uri.AbsolutePath;
        var within = encoded == Prefix || encoded.StartsWith(Prefix + "/", StringComparison.Ordinal);
        return within ? DavPath.Normal(Uri.UnescapeDataString(encoded[Prefix.Length..])) : null;
    }

    /// <summary>Whether the header If holds; true without one.</summary>
    public async Task<bool> IfHoldsAsync()
    {
        if (If is null)
        {
            return true;
        }

        foreach (var list in If.Lists)
        {
            if (await HoldsAsync(list))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether locks forbid changing what stands at the path: an exclusive lock whose token was not sent, or shared ones
    /// of which none was.
    /// </summary>
    /// <param name="path">What is changed.</param>
    /// <param name="withMembers">Everything below changes too.</param>
    public async Task<bool> IsLockedAsync(string path, bool withMembers)
    {
        var locks = (await LocksAsync())
            .Where(l => l.Covers(path) || (withMembers && DavPath.IsBelow(l.Root, path)))
            .ToList();
        var open = locks.Where(HasToken).ToList();
        return locks.Exists(l =>
            !open.Contains(l) && !(l.IsShared && open.Exists(o => o.IsShared && o.Root == l.Root))
        );
    }

    /// <summary>Whether the sender holds the lock and sent its token.</summary>
    public bool HasToken(DavLock held) =>
        held.Holder == Collection.Holder && If is not null && If.Tokens.Contains(held.Token, StringComparer.Ordinal);

    private async Task<bool> HoldsAsync(IfHeader.ConditionList list)
    {
        var path = list.Resource is null ? Path : PathOf(list.Resource);
        var item =
            path is null ? null
            : path == Path ? Item
            : await Collection.FindAsync(path, Aborted);
        var locks = await LocksAsync();
        return list.Conditions.All(c =>
            c.Not
            != (
                c.IsTag
                    ? item?.Tag is { } tag && tag == c.Value
                    : path is not null && locks.Any(l => l.Token == c.Value && l.Covers(path))
            )
        );
    }
}

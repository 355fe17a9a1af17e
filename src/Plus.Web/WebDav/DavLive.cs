using System.Globalization;
using System.Xml.Linq;

namespace Plus.Web.WebDav;

/// <summary>The properties that the server itself knows of an item (RFC 4918, 15).</summary>
internal static class DavLive
{
    private static readonly XNamespace Dav = DavXml.Dav;

    /// <summary>Names that no client may set or remove.</summary>
    public static readonly IReadOnlySet<XName> Names = new[]
    {
        "creationdate",
        "displayname",
        "getcontentlength",
        "getcontenttype",
        "getetag",
        "getlastmodified",
        "lockdiscovery",
        "resourcetype",
        "supportedlock",
    }
        .Select(n => Dav + n)
        .ToHashSet();

    public static IEnumerable<XElement> Of(DavRequest request, DavItem item, IReadOnlyList<DavLock> locks)
    {
        yield return new XElement(
            Dav + "creationdate",
            item.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        );
        yield return new XElement(Dav + "displayname", item.Name);
        yield return new XElement(Dav + "getlastmodified", item.ChangedAt.ToString("R", CultureInfo.InvariantCulture));
        yield return new XElement(Dav + "resourcetype", item.IsCollection ? new XElement(Dav + "collection") : null);
        if (!item.IsCollection)
        {
            yield return new XElement(Dav + "getcontentlength", item.Length);
            yield return new XElement(Dav + "getcontenttype", item.ContentType);
            yield return new XElement(Dav + "getetag", item.Tag);
        }

        yield return new XElement(Dav + "supportedlock", Supported("exclusive"), Supported("shared"));
        yield return new XElement(
            Dav + "lockdiscovery",
            locks.Where(l => l.Covers(item.Path)).Select(l => ActiveLock(request, l))
        );
    }

    /// <summary>A lock as it is told. Its token is told to its holder alone: who knows it could take the lock away.</summary>
    public static XElement ActiveLock(DavRequest request, DavLock held)
    {
        var left = Math.Max(0, Math.Ceiling((held.EndsAt - request.Collection.Locks.Now).TotalSeconds));
        var isOwn = held.Holder == request.Collection.Holder;
        return new XElement(
            Dav + "activelock",
            new XElement(Dav + "locktype", new XElement(Dav + "write")),
            new XElement(Dav + "lockscope", new XElement(Dav + (held.IsShared ? "shared" : "exclusive"))),
            new XElement(Dav + "depth", held.IsDeep ? "infinity" : "0"),
            held.Owner is null ? null : new XElement(held.Owner),
            new XElement(Dav + "timeout", "Second-" + left.ToString(CultureInfo.InvariantCulture)),
            isOwn ? new XElement(Dav + "locktoken", new XElement(Dav + "href", held.Token)) : null,
            new XElement(
                Dav + "lockroot",
                new XElement(Dav + "href", DavPath.Href(request.Prefix, held.Root, collection: false))
            )
        );
    }

    private static XElement Supported(string scope) =>
        new(
            Dav + "lockentry",
            new XElement(Dav + "lockscope", new XElement(Dav + scope)),
            new XElement(Dav + "locktype", new XElement(Dav + "write"))
        );
}

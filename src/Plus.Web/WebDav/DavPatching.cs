using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>PROPPATCH: all changes of a request, in their order, or none.</summary>
internal static class DavPatching
{
    private const int MostProperties = 200;

    private static readonly XNamespace Dav = DavXml.Dav;

    public static async Task<int> PatchAsync(DavRequest request)
    {
        var body = await DavXml.ReadAsync(request.Context.Request, request.Collection.Limits.Xml, request.Aborted);
        if (body.Refused is { } refused)
        {
            return refused;
        }

        if (request.Item is null)
        {
            return StatusCodes.Status404NotFound;
        }

        if (body.Root?.Name != Dav + "propertyupdate" || ChangesOf(body.Root) is not { Count: > 0 } changes)
        {
            return StatusCodes.Status400BadRequest;
        }

        var statuses = await ApplyAsync(request, changes);
        var response = new XElement(
            Dav + "response",
            new XElement(Dav + "href", DavPath.Href(request.Prefix, request.Item.Path, request.Item.IsCollection)),
            changes
                .Select(c => c.Value.Name)
                .Distinct()
                .GroupBy(n => statuses(n))
                .Select(g => new XElement(
                    Dav + "propstat",
                    new XElement(Dav + "prop", g.Select(n => new XElement(n))),
                    DavXml.Status(g.Key)
                ))
        );
        await DavXml.WriteAsync(
            request.Context.Response,
            StatusCodes.Status207MultiStatus,
            new XElement(Dav + "multistatus", response),
            request.Aborted
        );
        return StatusCodes.Status207MultiStatus;
    }

    private static async Task<Func<XName, int>> ApplyAsync(DavRequest request, List<Change> changes)
    {
        if (changes.Exists(c => DavLive.Names.Contains(c.Value.Name)))
        {
            return name => DavLive.Names.Contains(name) ? 403 : 424;
        }

        var kept = request.Item!.Properties.ToList();
        foreach (var change in changes)
        {
            kept.RemoveAll(p => p.Name == change.Value.Name);
            if (!change.Removes)
            {
                kept.Add(change.Value);
            }
        }

        if (kept.Count > MostProperties)
        {
            return _ => StatusCodes.Status507InsufficientStorage;
        }

        var answer = await request.Collection.SetPropertiesAsync(request.Item, kept, request.Aborted);
        return _ => answer.Succeeded ? StatusCodes.Status200OK : answer.Status;
    }

    private static List<Change>? ChangesOf(XElement update)
    {
        var changes = new List<Change>();
        foreach (var instruction in update.Elements().Where(e => e.Name.Namespace == Dav))
        {
            var removes = instruction.Name == Dav + "remove";
            if (!removes && instruction.Name != Dav + "set")
            {
                return null;
            }

            changes.AddRange(
                instruction.Elements(Dav + "prop").Elements().Select(p => new Change(WithLanguage(p), removes))
            );
        }

        return changes;
    }

    // The language of a value is said by whatever stands around it in the request.
    private static XElement WithLanguage(XElement property)
    {
        var language = property
            .AncestorsAndSelf()
            .Select(e => e.Attribute(XNamespace.Xml + "lang")?.Value)
            .FirstOrDefault(l => l is not null);
        var own = new XElement(property);
        own.SetAttributeValue(XNamespace.Xml + "lang", language);
        return own;
    }

    private sealed record Change(XElement Value, bool Removes);
}

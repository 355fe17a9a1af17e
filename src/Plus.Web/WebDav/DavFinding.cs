using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>PROPFIND.</summary>
internal static class DavFinding
{
    private static readonly XNamespace Dav = DavXml.Dav;

    public static async Task FindAsync(DavRequest request)
    {
        var status = await AnswerAsync(request);
        if (!request.Context.Response.HasStarted)
        {
            request.Context.Response.StatusCode = status;
        }
    }

    private static async Task<int> AnswerAsync(DavRequest request)
    {
        var body = await DavXml.ReadAsync(request.Context.Request, request.Collection.Limits.Xml, request.Aborted);
        if (body.Refused is { } refused)
        {
            return refused;
        }

        if (!IsQuestion(body.Root))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (request.Item is null)
        {
            return StatusCodes.Status404NotFound;
        }

        var depth = request.Headers["Depth"].ToString();
        if (depth is not ("0" or "1"))
        {
            return await RefuseDepthAsync(request);
        }

        var items = new List<DavItem> { request.Item };
        if (depth == "1" && request.Item.IsCollection)
        {
            items.AddRange(await request.Collection.MembersAsync(request.Item, request.Aborted));
        }

        var locks = await request.LocksAsync();
        var answer = new XElement(Dav + "multistatus", items.Select(i => Response(request, i, locks, body.Root)));
        await DavXml.WriteAsync(request.Context.Response, StatusCodes.Status207MultiStatus, answer, request.Aborted);
        return StatusCodes.Status207MultiStatus;
    }

    // A whole tree in one answer has no bound (RFC 4918, 9.1 allows to refuse it so).
    private static async Task<int> RefuseDepthAsync(DavRequest request)
    {
        var error = new XElement(Dav + "error", new XElement(Dav + "propfind-finite-depth"));
        await DavXml.WriteAsync(request.Context.Response, StatusCodes.Status403Forbidden, error, request.Aborted);
        return StatusCodes.Status403Forbidden;
    }

    private static bool IsQuestion(XElement? root)
    {
        if (root is null)
        {
            return true;
        }

        var kinds = root.Elements()
            .Count(e => e.Name == Dav + "prop" || e.Name == Dav + "allprop" || e.Name == Dav + "propname");
        return root.Name == Dav + "propfind" && kinds == 1;
    }

    private static XElement Response(DavRequest request, DavItem item, IReadOnlyList<DavLock> locks, XElement? question)
    {
        var known = DavLive.Of(request, item, locks).Concat(item.Properties.Select(p => new XElement(p))).ToList();
        var response = new XElement(
            Dav + "response",
            new XElement(Dav + "href", DavPath.Href(request.Prefix, item.Path, item.IsCollection))
        );
        if (question?.Element(Dav + "propname") is not null)
        {
            response.Add(State(200, known.Select(p => new XElement(p.Name))));
        }
        else if (question?.Element(Dav + "prop") is { } asked)
        {
            var names = asked.Elements().Select(e => e.Name).Distinct().ToList();
            var found = known.Where(p => names.Contains(p.Name)).ToList();
            var missing = names.Where(n => found.TrueForAll(p => p.Name != n)).ToList();
            if (found.Count > 0 || missing.Count == 0)
            {
                response.Add(State(200, found));
            }

            if (missing.Count > 0)
            {
                response.Add(State(404, missing.Select(n => new XElement(n))));
            }
        }
        else
        {
            response.Add(State(200, known));
        }

        return response;
    }

    private static XElement State(int status, IEnumerable<XElement> properties) =>
        new(Dav + "propstat", new XElement(Dav + "prop", properties), DavXml.Status(status));
}

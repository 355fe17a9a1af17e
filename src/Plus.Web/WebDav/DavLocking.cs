using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>LOCK and UNLOCK.</summary>
internal static class DavLocking
{
    private const int LongestOwner = 1000;

    public static async Task<int> LockAsync(DavRequest request)
    {
        var body = await DavXml.ReadAsync(request.Context.Request, request.Collection.Limits.Xml, request.Aborted);
        if (body.Refused is { } refused)
        {
            return refused;
        }

        return body.Root is null ? await RefreshAsync(request) : await TakeAsync(request, body.Root);
    }

    public static async Task<int> UnlockAsync(DavRequest request)
    {
        var token = request.Headers["Lock-Token"].ToString().Trim();
        if (token.Length < 3 || token[0] != '<' || token[^1] != '>')
        {
            return StatusCodes.Status400BadRequest;
        }

        var found = (await request.LocksAsync()).FirstOrDefault(l => l.Token == token[1..^1] && l.Covers(request.Path));
        if (found is null)
        {
            return StatusCodes.Status409Conflict;
        }

        if (found.Holder != request.Collection.Holder)
        {
            return StatusCodes.Status403Forbidden;
        }

        await request.Collection.Locks.RemoveAsync(found.Token, request.Aborted);
        return StatusCodes.Status204NoContent;
    }

    private static async Task<int> RefreshAsync(DavRequest request)
    {
        if (request.If is null)
        {
            return StatusCodes.Status400BadRequest;
        }

        var found = (await request.LocksAsync()).FirstOrDefault(l => l.Covers(request.Path) && request.HasToken(l));
        if (found is null)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        var endsAt = EndsAt(request);
        await request.Collection.Locks.RefreshAsync(found.Token, endsAt, request.Aborted);
        await ShowAsync(request, StatusCodes.Status200OK, found with { EndsAt = endsAt });
        return StatusCodes.Status200OK;
    }

    private static async Task<int> TakeAsync(DavRequest request, XElement asked)
    {
        var depth = request.Headers["Depth"].ToString();
        var scope = asked.Element(DavXml.Dav + "lockscope")?.Elements().SingleOrDefault()?.Name;
        var isShared = scope == DavXml.Dav + "shared";
        var owner = asked.Element(DavXml.Dav + "owner");
        if (
            asked.Name != DavXml.Dav + "lockinfo"
            || asked.Element(DavXml.Dav + "locktype")?.Element(DavXml.Dav + "write") is null
            || !(isShared || scope == DavXml.Dav + "exclusive")
            || depth is not ("" or "0" or "infinity")
            || owner?.ToString().Length > LongestOwner
        )
        {
            return StatusCodes.Status400BadRequest;
        }

        var taken = new DavLock(
            "urn:uuid:" + Guid.NewGuid().ToString("D"),
            request.Path,
            isShared,
            depth != "0",
            request.Collection.Holder,
            EndsAt(request)
        )
        {
            Owner = owner,
        };
        if (request.Item is null)
        {
            return await TakeUnmappedAsync(request, taken);
        }

        if (!await request.Collection.Locks.AddAsync(taken, request.Aborted))
        {
            return StatusCodes.Status423Locked;
        }

        await ShowAsync(request, StatusCodes.Status200OK, taken);
        return StatusCodes.Status200OK;
    }

    // Locking an address where nothing stands makes an empty file there (RFC 4918, 7.3).
    private static async Task<int> TakeUnmappedAsync(DavRequest request, DavLock taken)
    {
        if (!await DavWriting.HasParentAsync(request, request.Path))
        {
            return StatusCodes.Status409Conflict;
        }

        if (await DavWriting.LockedAsync(request, request.Path, changesParent: true, withMembers: false))
        {
            return StatusCodes.Status423Locked;
        }

        var made = await request.Collection.WriteAsync(request.Path, null, Stream.Null, request.Aborted);
        if (!made.Succeeded)
        {
            return made.Status;
        }

        if (!await request.Collection.Locks.AddAsync(taken, request.Aborted))
        {
            return StatusCodes.Status423Locked;
        }

        await ShowAsync(request, StatusCodes.Status201Created, taken);
        return StatusCodes.Status201Created;
    }

    private static DateTimeOffset EndsAt(DavRequest request)
    {
        var longest = request.Collection.Limits.LockTime;
        var asked = request
            .Headers["Timeout"]
            .ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .Where(t => t.StartsWith("Second-", StringComparison.OrdinalIgnoreCase))
            .Select(t => double.TryParse(t[7..], NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1)
            .FirstOrDefault(s => s >= 0, longest.TotalSeconds);
        return request.Collection.Locks.Now
            + TimeSpan.FromSeconds(Math.Clamp(asked, 1, Math.Max(1, longest.TotalSeconds)));
    }

    private static Task ShowAsync(DavRequest request, int status, DavLock shown)
    {
        request.Context.Response.Headers["Lock-Token"] = $"<{shown.Token}>";
        var discovery = new XElement(DavXml.Dav + "lockdiscovery", DavLive.ActiveLock(request, shown));
        return DavXml.WriteAsync(
            request.Context.Response,
            status,
            new XElement(DavXml.Dav + "prop", discovery),
            request.Aborted
        );
    }
}

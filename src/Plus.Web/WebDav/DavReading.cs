using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plus.Web.WebDav;

/// <summary>GET and HEAD, with ranges and entity tags.</summary>
internal static class DavReading
{
    public static async Task SendAsync(DavRequest request)
    {
        if (request.Item is null)
        {
            request.Context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (request.Item.IsCollection)
        {
            // A listing for browsers would only be another way in to look after.
            request.Context.Response.Headers.Allow = "OPTIONS, PROPFIND, PROPPATCH, LOCK, UNLOCK, COPY, MOVE, DELETE";
            request.Context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var content = await request.Collection.ReadAsync(request.Item, request.Aborted);
        await Results
            .Stream(
                content,
                request.Item.ContentType,
                fileDownloadName: null,
                request.Item.ChangedAt,
                request.Item.Tag is { } tag ? new EntityTagHeaderValue(tag) : null,
                enableRangeProcessing: true
            )
            .ExecuteAsync(request.Context);
    }

    /// <summary>If-Match and If-None-Match of a request that changes something (RFC 9110, 13.1).</summary>
    public static bool MatchesTags(DavRequest request)
    {
        var tag = request.Item?.Tag;
        var match = request.Headers.IfMatch.ToString();
        if (match.Length > 0 && !(match.Trim() == "*" ? request.Item is not null : Names(match, tag)))
        {
            return false;
        }

        var none = request.Headers.IfNoneMatch.ToString();
        return none.Length == 0 || !(none.Trim() == "*" ? request.Item is not null : Names(none, tag));
    }

    private static bool Names(string header, string? tag) =>
        tag is not null
        && EntityTagHeaderValue.TryParseList([header], out var tags)
        && tags.Any(t => !t.IsWeak && t.Tag == tag);
}

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Plus.Web.WebDav;

/// <summary>
/// WebDAV, classes 1 and 2 (RFC 4918), over any <see cref="IDavCollection"/>. It knows methods, headers, conditions and
/// locks; what lies in the collection and who may do what, the collection knows.
/// </summary>
public static class DavServer
{
    private const string Methods =
        "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, COPY, MOVE, PROPFIND, PROPPATCH, LOCK, UNLOCK";

    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="collection">What it is answered from.</param>
    /// <param name="prefix">The encoded address of the collection's root, without a slash at its end.</param>
    /// <param name="path">The decoded rest of the address.</param>
    public static async Task AnswerAsync(HttpContext context, IDavCollection collection, string prefix, string? path)
    {
        // Clients of this protocol read statuses; a page in their place would be saved as a document.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (await DavRequest.ReadAsync(context, collection, prefix, path) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var length = context.Request.ContentLength ?? 0;
        if (length > collection.Limits.Upload)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = collection.Limits.Upload;
        }

        await AnswerAsync(request, context.Request.Method);
    }

    private static Task AnswerAsync(DavRequest request, string method) =>
        method switch
        {
            "OPTIONS" => Options(request),
            "GET" or "HEAD" => DavReading.SendAsync(request),
            "PROPFIND" => DavFinding.FindAsync(request),
            "PROPPATCH" => Guarded(request, false, DavPatching.PatchAsync),
            "PUT" => Guarded(request, false, DavWriting.PutAsync),
            "MKCOL" => Guarded(request, false, DavWriting.MakeCollectionAsync),
            "DELETE" => Guarded(request, true, DavWriting.DeleteAsync),
            "COPY" => Conditional(request, DavTransfer.CopyAsync),
            "MOVE" => Guarded(request, true, DavTransfer.MoveAsync),
            "LOCK" => Conditional(request, DavLocking.LockAsync),
            "UNLOCK" => Conditional(request, DavLocking.UnlockAsync),
            _ => NotAllowed(request),
        };

    private static Task Options(DavRequest request)
    {
        var headers = request.Context.Response.Headers;
        headers["DAV"] = "1, 2";
        headers["MS-Author-Via"] = "DAV";
        headers.Allow = Methods;
        request.Context.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    private static Task NotAllowed(DavRequest request)
    {
        request.Context.Response.Headers.Allow = Methods;
        request.Context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    // What changes the item at the request's own path: conditions first, then locks.
    private static Task Guarded(DavRequest request, bool withMembers, Func<DavRequest, Task<int>> change) =>
        Conditional(
            request,
            async r =>
                await DavWriting.LockedAsync(r, r.Path, r.Item is null || withMembers, withMembers)
                    ? StatusCodes.Status423Locked
                    : await change(r)
        );

    private static async Task Conditional(DavRequest request, Func<DavRequest, Task<int>> change)
    {
        var status =
            await request.IfHoldsAsync() && DavReading.MatchesTags(request)
                ? await change(request)
                : StatusCodes.Status412PreconditionFailed;
        if (!request.Context.Response.HasStarted)
        {
            request.Context.Response.StatusCode = status;
        }
    }
}

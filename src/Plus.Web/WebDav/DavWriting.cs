using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>PUT, MKCOL and DELETE.</summary>
internal static class DavWriting
{
    public static async Task<int> PutAsync(DavRequest request)
    {
        if (request.Item is { IsCollection: true })
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        // A part of a file taken for the whole would destroy it (RFC 9110, 14.4).
        if (request.Headers.ContentRange.Count > 0)
        {
            return StatusCodes.Status400BadRequest;
        }

        if (request.Item is null && !await HasParentAsync(request, request.Path))
        {
            return StatusCodes.Status409Conflict;
        }

        var answer = await request.Collection.WriteAsync(
            request.Path,
            request.Item,
            request.Context.Request.Body,
            request.Aborted
        );
        return Say(request, answer);
    }

    public static async Task<int> MakeCollectionAsync(DavRequest request)
    {
        if (request.Item is not null)
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (request.Context.Request.ContentLength > 0 || request.Context.Request.ContentType is not null)
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        return await HasParentAsync(request, request.Path)
            ? (await request.Collection.MakeCollectionAsync(request.Path, request.Aborted)).Status
            : StatusCodes.Status409Conflict;
    }

    public static async Task<int> DeleteAsync(DavRequest request)
    {
        if (request.Item is null)
        {
            return StatusCodes.Status404NotFound;
        }

        if (request.Item.IsCollection && request.Headers["Depth"].ToString() is { Length: > 0 } and not "infinity")
        {
            return StatusCodes.Status400BadRequest;
        }

        var answer = await request.Collection.DeleteAsync(request.Item, request.Aborted);
        if (answer.Succeeded)
        {
            await DropLocksAsync(request, request.Path);
        }

        return answer.Status;
    }

    /// <summary>
    /// Whether locks forbid it: those on the path, those below it when all of it goes, and those on its collection when
    /// a name comes or goes.
    /// </summary>
    public static async Task<bool> LockedAsync(DavRequest request, string path, bool changesParent, bool withMembers) =>
        await request.IsLockedAsync(path, withMembers)
        || (changesParent && path != "/" && await request.IsLockedAsync(DavPath.Parent(path), withMembers: false));

    public static async Task<bool> HasParentAsync(DavRequest request, string path) =>
        await request.Collection.FindAsync(DavPath.Parent(path), request.Aborted) is { IsCollection: true };

    /// <summary>Locks do not outlive what they lie on, nor move with it.</summary>
    public static async Task DropLocksAsync(DavRequest request, string path)
    {
        foreach (var gone in (await request.LocksAsync()).Where(l => l.Root == path || DavPath.IsBelow(l.Root, path)))
        {
            await request.Collection.Locks.RemoveAsync(gone.Token, request.Aborted);
        }
    }

    public static int Say(DavRequest request, DavAnswer answer)
    {
        if (answer.Tag is not null)
        {
            request.Context.Response.Headers.ETag = answer.Tag;
        }

        return answer.Status;
    }
}

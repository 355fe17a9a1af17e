using Microsoft.AspNetCore.Http;

namespace Plus.Web.WebDav;

/// <summary>COPY and MOVE.</summary>
internal static class DavTransfer
{
    public static async Task<int> CopyAsync(DavRequest request)
    {
        var deep = request.Headers["Depth"].ToString() switch
        {
            "" or "infinity" => true,
            "0" => false,
            _ => (bool?)null,
        };
        return deep is { } whole
            ? await TransferAsync(
                request,
                (to, replaced) => request.Collection.CopyAsync(request.Item!, to, replaced, whole, request.Aborted)
            )
            : StatusCodes.Status400BadRequest;
    }

    public static async Task<int> MoveAsync(DavRequest request)
    {
        if (
            request.Item is { IsCollection: true }
            && request.Headers["Depth"].ToString() is { Length: > 0 } and not "infinity"
        )
        {
            return StatusCodes.Status400BadRequest;
        }

        var status = await TransferAsync(
            request,
            (to, replaced) => request.Collection.MoveAsync(request.Item!, to, replaced, request.Aborted)
        );
        if (status < 300)
        {
            await DavWriting.DropLocksAsync(request, request.Path);
        }

        return status;
    }

    private static async Task<int> TransferAsync(DavRequest request, Func<string, DavItem?, Task<DavAnswer>> transfer)
    {
        if (request.Item is null)
        {
            return StatusCodes.Status404NotFound;
        }

        var address = request.Headers["Destination"].ToString();
        if (address.Length == 0)
        {
            return StatusCodes.Status400BadRequest;
        }

        if (request.PathOf(address) is not { } to)
        {
            return StatusCodes.Status502BadGateway;
        }

        if (to == request.Path || DavPath.IsBelow(request.Path, to) || DavPath.IsBelow(to, request.Path))
        {
            return StatusCodes.Status403Forbidden;
        }

        var replaced = await request.Collection.FindAsync(to, request.Aborted);
        if (replaced is null && !await DavWriting.HasParentAsync(request, to))
        {
            return StatusCodes.Status409Conflict;
        }

        if (replaced is not null && request.Headers["Overwrite"].ToString() is "F" or "f")
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        if (await DavWriting.LockedAsync(request, to, replaced is null, withMembers: replaced is not null))
        {
            return StatusCodes.Status423Locked;
        }

        return DavWriting.Say(request, await transfer(to, replaced));
    }
}

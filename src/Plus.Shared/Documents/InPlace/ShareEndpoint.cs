using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Documents.Records;
using Plus.Web.WebDav;

namespace Plus.Shared.Documents.InPlace;

/// <summary>
/// <c>/dav/{token}/{name}</c>: the share of one pass. No cookie counts here; who may, is asked anew with every request:
/// the pass, the person's access as it is now, the document within their reach, its state.
/// </summary>
internal static class ShareEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.Map(HiddenToken.Prefix + "/{**path}", AnswerAsync).AllowAnonymous();

    private static async Task AnswerAsync(
        HttpContext context,
        string? path,
        StaffAccessor staff,
        StaffSession sessions,
        EditingPasses passes,
        PlusClock clock,
        ShareTools tools
    )
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            // Whoever breaks off a save has gone; what they sent must be dealt with all the same.
            context.RequestAborted = CancellationToken.None;
        }

        var ct = context.RequestAborted;
        staff.Current = CurrentStaff.Nobody;
        if (HiddenToken.Of(context) is not { } token || await FindAsync(staff, passes, token, ct) is not { } pass)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var found = await sessions.ReadAsync(
            StaffSession.PassOf(pass.StaffId, pass.Stamp, pass.Strong, pass.SessionId),
            ct
        );
        var isHere =
            found is not null
            && !(found.IsDemo && !StaffSessionMiddleware.IsLoopback(context.Connection.RemoteIpAddress));
        if (isHere)
        {
            staff.Current = found!.Staff;
        }

        var document = isHere
            ? await tools.Db.FindDocumentAsync(staff.Current, DocumentPermissions.Work, pass.DocumentId, null, ct)
            : null;
        if (document is null || !pass.OpenAt(clock.Now))
        {
            // Whoever only logged out is told to begin anew, and not that they lost their access.
            var isOver =
                document is not null
                || (
                    found is null
                    && await sessions.ReadAsync(StaffSession.PassOf(pass.StaffId, pass.Stamp, pass.Strong), ct)
                        is not null
                );
            await KeepAsync(context, tools, pass, isOver ? RecoveredReason.PassOver : RecoveredReason.NoAccess);
            return;
        }

        pass.Use(clock.Now);
        await tools.Processes.SaveBookkeepingAsync(ct);
        var share = new DocumentShare(tools, pass, document, onlyAsks: !HttpMethods.IsGet(context.Request.Method));
        await DavServer.AnswerAsync(context, share, HiddenToken.Prefix + "/" + token, path);
    }

    // Before anybody is known nobody's reach counts.
    private static async Task<EditingPass?> FindAsync(
        StaffAccessor staff,
        EditingPasses passes,
        string token,
        CancellationToken ct
    )
    {
        using var itself = staff.AsSystem("webdav");
        return await passes.FindAsync(token, ct);
    }

    private static async Task KeepAsync(HttpContext context, ShareTools tools, EditingPass pass, RecoveredReason reason)
    {
        if (HttpMethods.IsPut(context.Request.Method) && tools.Clock.Now < pass.BegunAt.AddDays(7))
        {
            var (bytes, _) = await SentBytes.ReadAsync(
                context.Request.Body,
                Files.Checking.UploadKind.Writing.MaxBytes,
                context.RequestAborted
            );
            await tools.Recovered.KeepAsync(pass, bytes, reason);
        }

        DavServer.Refuse(context, StatusCodes.Status403Forbidden);
    }
}

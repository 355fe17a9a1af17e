using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.MailRoom.Records;

namespace Plus.Shared.MailRoom.Item;

/// <summary>
/// <c>GET /mailroom/{id}/files/{file}</c>: hands a file out, always to be saved and never shown by the browser, under a
/// name that says nothing of anybody.
/// </summary>
internal static class FileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/mailroom/{id:guid}/files/{file:guid}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(MailRoomPermissions.View));

    private static async Task<IResult> GetAsync(
        Guid id,
        Guid file,
        ItemReader reader,
        PlusDb db,
        FileStore files,
        ViewLog views,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, MailRoomPermissions.View, ct) is not { } item)
        {
            return Results.NotFound();
        }

        var row = await db.Set<IncomingFile>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == file && f.IncomingId == id && f.FileId != null, ct);
        if (row?.FileId is not { } stored || await files.FindAsync(stored, ct) is not { } kept)
        {
            return Results.NotFound();
        }

        try
        {
            var content = await files.OpenAsync(stored, ct);
            if (item.ClientId is { } client)
            {
                await views.DiscloseAsync(MailRoomPermissions.View, [client], ct);
            }

            return Results.File(
                content,
                kept.MediaType,
                $"{item.Number}-{row.Place}{MediaTypes.EndingOf(kept.MediaType)}"
            );
        }
        catch (FileInQuarantineException)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;

namespace Plus.Shared.Documents.InPlace;

/// <summary><c>GET /documents/{id}/recovered/{save}</c>: what was recovered, as it came. Handing it out is a disclosure.</summary>
internal static class RecoveredEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/documents/{id:guid}/recovered/{save:guid}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(DocumentPermissions.Work));

    private static async Task<IResult> GetAsync(
        Guid id,
        Guid save,
        RecoveredSaves saves,
        ViewLog views,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        if (await saves.ReadAsync(id, save, ct) is not { } file)
        {
            return Results.NotFound();
        }

        await views.DiscloseAsync(DocumentPermissions.Work, [file.Client], ct);
        return Results.File(file.Bytes, "application/octet-stream", file.Name);
    }
}

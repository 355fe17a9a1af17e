using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.Versions;

/// <summary><c>GET /documents/{id}/versions/{ordinal}</c>: the file of a version. Handing it out is logged as a disclosure.</summary>
internal static class VersionEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/documents/{id:guid}/versions/{ordinal:int}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(DocumentPermissions.View));

    private static async Task<IResult> GetAsync(
        Guid id,
        int ordinal,
        PlusDb db,
        StaffAccessor staff,
        DocumentFiles files,
        ViewLog views,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        var document = await db.DocumentsWithin(staff.Current, DocumentPermissions.View)
            .AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == id, ct);
        var version = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(v => v.DocumentId == id && v.Ordinal == ordinal, ct);
        if (document is null || version is null)
        {
            return Results.NotFound();
        }

        await views.DiscloseAsync(DocumentPermissions.View, [document.ClientId], ct);
        var bytes = await files.ReadAsync(version.FileId, ct);
        return Results.File(bytes, version.MediaType, DocumentFileName.Of(document, version));
    }
}

/// <summary>The name under which a file is handed out: number, kind and version, and nobody's name.</summary>
internal static class DocumentFileName
{
    public static string Of(Document document, DocumentVersion version)
    {
        var extension = MediaTypes.EndingOf(version.MediaType);
        var mark = document.Number is null
            ? document.Id.ToString("N")[^12..]
            : string.Concat(document.Number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{document.Kind}-{mark}-v{version.Ordinal}{extension}";
    }
}

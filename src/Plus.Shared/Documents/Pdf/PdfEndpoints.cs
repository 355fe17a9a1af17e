using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Pdf;

/// <summary><c>POST /documents/{id}/pdf</c> asks for the PDF of the last version; <c>GET</c> hands it out when it is made.</summary>
internal static class PdfEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/documents/{id:guid}/pdf", AskAsync)
            .WithMetadata(new RequiresPermissionAttribute(DocumentPermissions.View))
            .DisableAntiforgery();
        endpoints
            .MapGet("/documents/{id:guid}/pdf", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(DocumentPermissions.View));
    }

    private static async Task<IResult> AskAsync(
        Guid id,
        PlusDb db,
        StaffAccessor staff,
        PdfProgram program,
        Processes processes,
        PlusClock clock,
        IAntiforgery antiforgery,
        Flash flash,
        HttpContext context
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var ct = context.RequestAborted;
        if (await FindAsync(db, staff, id, ct) is not var (_, version) || version.MediaType != MediaTypes.Docx)
        {
            return Results.NotFound();
        }

        if (!program.IsThere)
        {
            flash.Warning("documents.pdf.missing");
            return Results.LocalRedirect($"/documents/{id}");
        }

        var job = await db.Set<PdfJob>().SingleOrDefaultAsync(j => j.VersionId == version.Id, ct);
        if (job is null)
        {
            db.Add(new PdfJob(version, clock.Now));
        }
        else if (job.State == PdfState.Failed)
        {
            job.Again();
        }

        await processes.SaveBookkeepingAsync(ct);
        flash.Success("documents.pdf.asked");
        return Results.LocalRedirect($"/documents/{id}");
    }

    private static async Task<IResult> GetAsync(
        Guid id,
        PlusDb db,
        StaffAccessor staff,
        DocumentFiles files,
        ViewLog views,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        if (await FindAsync(db, staff, id, ct) is not var (document, version))
        {
            return Results.NotFound();
        }

        var file = await db.Set<PdfJob>()
            .Where(j => j.VersionId == version.Id && j.State == PdfState.Done)
            .Select(j => j.FileId)
            .SingleOrDefaultAsync(ct);
        if (file is not { } made)
        {
            return Results.NotFound();
        }

        await views.DiscloseAsync(DocumentPermissions.View, [document.ClientId], ct);
        var name = Path.ChangeExtension(DocumentFileName.Of(document, version), ".pdf");
        return Results.File(await files.ReadAsync(made, ct), MediaTypes.Pdf, name);
    }

    private static async Task<(Document Document, DocumentVersion Version)?> FindAsync(
        PlusDb db,
        StaffAccessor staff,
        Guid id,
        CancellationToken ct
    )
    {
        var document = await db.DocumentsWithin(staff.Current, DocumentPermissions.View)
            .AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
        {
            return null;
        }

        var version = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(v => v.DocumentId == id && v.Ordinal == document.LastVersion, ct);
        return version is null ? null : (document, version);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Scans;

/// <summary>
/// <c>GET /partners/scans/{id}</c>: hands the scan of a contract out, to be saved and never shown by the browser. It
/// carries names and signatures, so only who reaches the host's office has it; each hand-out is noted.
/// </summary>
internal static class ScanEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/partners/scans/{id:guid}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(PartnersModule.Scans));

    private static async Task<IResult> GetAsync(
        Guid id,
        PlusDb db,
        HostEditing editing,
        FileStore files,
        Processes processes,
        CancellationToken ct
    )
    {
        var found = await (
            from s in db.Set<ContractScan>().AsNoTracking()
            join c in db.Set<HostContract>() on s.ContractId equals c.Id
            join h in db.Set<HostEmployer>() on c.HostEmployerId equals h.Id
            where s.Id == id
            select new
            {
                Scan = s,
                c.Number,
                Host = h.Id,
                h.OfficeId,
            }
        ).SingleOrDefaultAsync(ct);
        if (
            found is null
            || !editing.Reaches(PartnersModule.Scans, found.OfficeId)
            || await files.FindAsync(found.Scan.FileId, ct) is not { } kept
        )
        {
            return Results.NotFound();
        }

        try
        {
            var content = await files.OpenAsync(found.Scan.FileId, ct);
            await processes.NoteAsync(
                new ProcessStart(PartnersModule.ScanHandedOut)
                {
                    Subject = found.Host.Value,
                    Values = new Dictionary<string, object?>
                    {
                        ["number"] = found.Number,
                        ["place"] = found.Scan.Place,
                    },
                },
                ct
            );
            return Results.File(
                content,
                kept.MediaType,
                $"contract-{found.Scan.Place}{MediaTypes.EndingOf(kept.MediaType)}"
            );
        }
        catch (FileInQuarantineException)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Claiming;

/// <summary><c>GET /transport-costs/tickets/{id}</c>: hands a ticket out, to be saved and never shown by the browser.</summary>
internal static class TicketEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/transport-costs/tickets/{id:guid}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(TransportCostsModule.Claim));

    private static async Task<IResult> GetAsync(
        Guid id,
        PlusDb db,
        StaffAccessor staff,
        FileStore files,
        ViewLog views,
        CancellationToken ct
    )
    {
        var found = await (
            from t in db.Set<TransportTicket>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, TransportCostsModule.Claim) on t.SectionId equals s.Id
            where t.Id == id
            select new { Ticket = t, s.ClientId }
        ).SingleOrDefaultAsync(ct);
        if (found?.Ticket.FileId is not { } file || await files.FindAsync(file, ct) is not { } kept)
        {
            return Results.NotFound();
        }

        try
        {
            var content = await files.OpenAsync(file, ct);
            await views.DiscloseAsync(TransportCostsModule.Claim, [found.ClientId], ct);
            return Results.File(
                content,
                kept.MediaType,
                $"ticket-{found.Ticket.Place}{MediaTypes.EndingOf(kept.MediaType)}"
            );
        }
        catch (FileInQuarantineException)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }
    }
}

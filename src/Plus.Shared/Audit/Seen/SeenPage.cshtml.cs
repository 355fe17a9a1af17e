using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Audit.Looking;
using Plus.Shared.Clients.Head;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Seen;

/// <summary>Who has seen and changed this client's data, for those in charge of the client's record.</summary>
[RequiresPermission(AuditModule.OfClient)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SeenPage(ClientHead head, AuditTrail trail, AuditTable table, ViewLog views) : PageModel
{
    public TableView View { get; private set; } = null!;

    public string? NextHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? before, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), AuditModule.OfClient, "seen", ct) is not { } client)
        {
            return NotFound();
        }

        await views.ConsultAsync(AuditModule.OfClient, client.Id, ct: ct);
        var events = await trail.OfClientAsync(client.Id, AuditPage.MarkOf(before), AuditPage.PageSize, ct);
        View = table.OfClient.View(events);
        NextHref = events.Count == AuditPage.PageSize ? $"/clients/{id}/seen?before={events[^1].Mark}" : null;
        return Page();
    }
}

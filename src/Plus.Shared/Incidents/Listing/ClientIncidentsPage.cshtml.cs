using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Head;

namespace Plus.Shared.Incidents.Listing;

/// <summary>A section within reach in which an incident may be recorded.</summary>
internal sealed record SectionToRecord(SectionId Id, string Measure);

/// <summary>Incidents of one client, with a way to record another.</summary>
[RequiresPermission(IncidentsModule.View)]
internal sealed class ClientIncidentsPage(
    PlusDb db,
    ClientHead head,
    IncidentReader reader,
    StaffAccessor staff,
    ViewLog views
) : PageModel
{
    public IReadOnlyList<IncidentRow> Rows { get; private set; } = [];

    public IReadOnlyList<SectionToRecord> Sections { get; private set; } = [];

    public bool MayRecord => staff.Current.May(IncidentsModule.Work);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var client = new ClientId(id);
        if (await head.ShowAsync(client, IncidentsModule.View, "incidents", ct) is null)
        {
            return NotFound();
        }

        await views.ConsultAsync(IncidentsModule.View, client, ct: ct);
        var sections = db.Set<Section>().Where(s => s.ClientId == client);
        Rows = await reader
            .Rows(reader.Within(IncidentsModule.View).Where(i => sections.Any(s => s.Id == i.SectionId)))
            .ToListAsync(ct);
        if (MayRecord)
        {
            Sections = await sections
                .Within(staff.Current, IncidentsModule.Work)
                .Where(s => s.State != SectionState.Annulled)
                .OrderBy(s => s.ClosedOn != null)
                .ThenByDescending(s => s.OpenedOn)
                .Select(s => new SectionToRecord(s.Id, s.Measure))
                .ToListAsync(ct);
        }

        return Page();
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents.Kinds;

/// <summary>The kinds of incident and who is told of each.</summary>
[RequiresPermission(IncidentsModule.ChangeKinds)]
internal sealed class IncidentKindsPage(IncidentReader reader) : PageModel
{
    public IReadOnlyList<IncidentKind> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Kinds = await reader.KindsAsync(ct);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>The queue of the monitoring centre: most severe first; a new alarm comes up by itself.</summary>
[RequiresPermission(MonitoringPermissions.View)]
internal sealed class AlarmsPage(PlusDb db, AlarmReader reader, ViewLog views, StaffAccessor staff) : PageModel
{
    public IReadOnlyList<AlarmRow> Rows { get; private set; } = [];

    public AlarmPulse Pulse { get; private set; } = null!;

    public IReadOnlyList<CallListEntry> CallList { get; private set; } = [];

    public bool MayWatch => staff.Current.May(MonitoringPermissions.Watch);

    public bool MayOrder => staff.Current.May(MonitoringPermissions.Order);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Pulse = await reader.PulseAsync(ct);
        Rows = await reader.OpenAsync(ct);
        await views.ListAsync(MonitoringPermissions.View, Rows.Select(r => r.Client).OfType<Kernel.Ids.ClientId>(), ct);
        if (Rows.Any(r => r.Unanswered))
        {
            CallList = await db.Set<CallListEntry>().AsNoTracking().OrderBy(e => e.Ordinal).ToListAsync(ct);
        }
    }
}

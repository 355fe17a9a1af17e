using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;

namespace Plus.Shared.Breaches.Listing;

/// <summary>Violations of all sections within reach that are not settled, and what each waits for.</summary>
[RequiresPermission(BreachesModule.View)]
internal sealed class LiveBreachesPage(LiveBreaches breaches, ViewLog views, PlusClock clock) : PageModel
{
    /// <summary>own or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool Own => Of != "all";

    public DateOnly Today => clock.Today;

    public IReadOnlyList<LiveBreachRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await breaches.ReadAsync(Own, BreachesModule.View, ct);
        await views.ListAsync(BreachesModule.View, Rows.Select(r => r.Client), ct);
    }
}

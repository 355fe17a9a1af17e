using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;

namespace Plus.Shared.Opportunities.Showing;

/// <summary>What could be proposed for one's clients, or for all within reach.</summary>
[RequiresPermission(OpportunitiesModule.View)]
internal sealed class AllOpportunitiesPage(OpportunityList opportunities, ViewLog views) : PageModel
{
    /// <summary>own or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool Own => Of != "all";

    public IReadOnlyList<OpportunityRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await opportunities.ReadAsync(Own, metOnly: false, OpportunitiesModule.View, ct);
        await views.ListAsync(OpportunitiesModule.View, Rows.Select(r => r.Client), ct);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.TransportCosts.Claiming;

namespace Plus.Shared.TransportCosts.Deciding;

/// <summary>Claims that wait for a decision, and what a year came to.</summary>
[RequiresPermission(TransportCostsModule.Decide)]
internal sealed class TransportPage(ClaimReader reader, ViewLog views, PlusClock clock) : PageModel
{
    private const int FirstYear = 2000;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int Shown => Year is { } year && year >= FirstYear && year <= clock.Today.Year ? year : clock.Today.Year;

    public IReadOnlyList<ClaimRow> Waiting { get; private set; } = [];

    public IReadOnlyList<YearSum> Sums { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waiting = await reader
            .Rows(reader.Within(TransportCostsModule.Decide).AsNoTracking().Where(c => c.Decision == null))
            .ToListAsync(ct);
        Sums = await reader.YearAsync(Shown, TransportCostsModule.Decide, ct);
        await views.ListAsync(TransportCostsModule.Decide, Waiting.Select(w => w.Client), ct);
    }
}

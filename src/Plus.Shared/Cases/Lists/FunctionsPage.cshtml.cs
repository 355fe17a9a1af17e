using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Law.Sections;

namespace Plus.Shared.Cases.Lists;

/// <summary>The nine functions with the number of open sections of each within reach.</summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class FunctionsPage(SectionList list) : PageModel
{
    public IReadOnlyList<(string Code, int Open)> Functions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var open = await list.Filtered(new SectionFilter(State: "open"), CasePermissions.View)
            .GroupBy(s => s.Function)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Functions = [.. ProbationFunctions.All.Select(f => (f.Code(), open.GetValueOrDefault(f.Code())))];
    }
}

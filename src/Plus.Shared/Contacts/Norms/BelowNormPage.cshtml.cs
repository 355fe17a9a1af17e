using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;

namespace Plus.Shared.Contacts.Norms;

/// <summary>Who was met less often than the level of risk asks for.</summary>
[RequiresPermission(ContactsModule.View)]
internal sealed class BelowNormPage(NormReader norms, ViewLog views) : PageModel
{
    /// <summary>own or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool Own => Of != "all";

    public IReadOnlyList<BelowNorm> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await norms.BelowAsync(Own, ContactsModule.View, ct);
        await views.ListAsync(ContactsModule.View, Rows.Select(r => r.Client), ct);
    }
}

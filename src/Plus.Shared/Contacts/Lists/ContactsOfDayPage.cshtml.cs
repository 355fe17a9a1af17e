using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;

namespace Plus.Shared.Contacts.Lists;

/// <summary>The contacts of a day: one's own, or of all sections within reach.</summary>
[RequiresPermission(ContactsModule.View)]
internal sealed class ContactsOfDayPage(ContactList list, ViewLog views, PlusClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>own or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public DateOnly Shown => Day ?? clock.Today;

    public bool Own => Of != "all";

    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await list.OfDayAsync(Shown, Own, ContactsModule.View, ct);
        await views.ListAsync(ContactsModule.View, Rows.Select(r => r.Client), ct);
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;

namespace Plus.Shared.Contacts.Budget;

/// <summary>How many seconds recording a contact takes, by office, against the budget of sixty.</summary>
[RequiresPermission(ContactsModule.SeeBudget)]
internal sealed class BudgetPage(RecordingBudget budget) : PageModel
{
    public IReadOnlyList<OfficeSeconds> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Offices = await budget.ReadAsync(ct);
}

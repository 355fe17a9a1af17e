using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.TransportCosts.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.TransportCosts.Paying;

/// <summary>One payment list: to whom, where to, how much; as a file for the payment system.</summary>
[RequiresPermission(TransportCostsModule.Pay)]
internal sealed class PaymentListPage(PlusDb db, Payees payees, ViewLog views, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PaymentList List { get; private set; } = null!;

    public IReadOnlyList<Payee> Rows { get; private set; } = [];

    // The reference is the claim's own number, and tells the bank nothing of why it is paid.
    public Table<Payee> Columns =>
        new(
            "transportCosts.payments.one",
            [
                new("name", "transportCosts.payments.name", r => r.Name) { NamesRow = true },
                new("account", "transportCosts.claim.account", r => r.Account),
                new("amount", "transportCosts.payments.amount", r => r.Amount) { Numeric = true, Format = "money" },
                new("reference", "transportCosts.payments.reference", r => r.Claim.ToString("N")[^12..]),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        await views.ListAsync(TransportCostsModule.Pay, Rows.Select(r => r.Client), ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        await views.DiscloseAsync(TransportCostsModule.Pay, Rows.Select(r => r.Client), ct);
        return new TableExport<Payee>(format, "payments", Columns, Rows.ToAsyncEnumerable(), texts);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var list = await db.Set<PaymentList>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, ct);
        if (list is null)
        {
            return false;
        }

        List = list;
        Rows = await payees.OnAsync(Id, ct);
        return true;
    }
}

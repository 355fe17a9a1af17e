using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Paying;

/// <summary>What is approved and not paid, and the lists made so far.</summary>
[RequiresPermission(TransportCostsModule.Pay)]
internal sealed class PaymentsPage(PlusDb db, Payees payees, PaymentListHandler handler) : SectionFormPage
{
    private const int Most = 50;

    public int Ready { get; private set; }

    public decimal Sum { get; private set; }

    public IReadOnlyList<PaymentList> Lists { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var done = await handler.MakeAsync(Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("transportCosts.payments.made");
        return LocalRedirect($"/transport-costs/payments/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        (Ready, Sum) = await payees.WaitingAsync(Ct);
        Lists = await db.Set<PaymentList>().AsNoTracking().OrderByDescending(l => l.MadeAt).Take(Most).ToListAsync(Ct);
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Support.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>The payment of an accepted invoice.</summary>
[RequiresPermission(SupportModule.Settle)]
[KeepsDraft("support.invoice.pay", Subject = "id")]
internal sealed class PayInvoicePage(PlusDb db, InvoiceHandler handler, PageHead head)
    : InvoiceFormPage(db, handler, head)
{
    private readonly InvoiceHandler _handler = handler;

    [BindProperty]
    public PayInvoiceInput Input { get; set; } = new();

    protected override string? StepKey => "support.invoice.pay";

    protected override bool Fits => Invoice.State == ProviderInvoice.Accepted;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await _handler.PayAsync(Id, Input.On!.Value, Input.Number!.Trim(), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.invoice.paid");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class PayInvoiceInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "support.invoice.paymentNumberMissing")]
    [StringLength(60)]
    public string? Number { get; set; }
}

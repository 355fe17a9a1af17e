using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Support.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>Accepts an invoice, at most for what was reckoned, or returns it.</summary>
[RequiresPermission(SupportModule.Settle)]
[KeepsDraft("support.invoice.decide", Subject = "id")]
internal sealed class DecideInvoicePage(PlusDb db, InvoiceHandler handler, PageHead head)
    : InvoiceFormPage(db, handler, head)
{
    private static readonly string[] DecisionCodes = [ProviderInvoice.Accepted, ProviderInvoice.Returned];

    private readonly InvoiceHandler _handler = handler;

    [BindProperty]
    public DecideInvoiceInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Decisions => SupportWords.Choices(T, "support.invoiceDecision.", DecisionCodes);

    public decimal Owed => InvoiceHandler.Owed(Lines);

    protected override string? StepKey => "support.invoice.decide";

    protected override bool Fits => Invoice.State == ProviderInvoice.Received;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!DecisionCodes.Contains(Input.Decision))
        {
            ModelState.AddModelError("Input.Decision", "support.invoice.decisionMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        var accepts = Input.Decision == ProviderInvoice.Accepted;
        var done = accepts
            ? await _handler.AcceptAsync(Id, note, Version, Ct)
            : await _handler.ReturnAsync(Id, note, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(accepts ? "support.invoice.accepted" : "support.invoice.returned");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DecideInvoiceInput
{
    public string? Decision { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}

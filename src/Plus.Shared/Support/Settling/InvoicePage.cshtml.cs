using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Web.Display;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>One invoice: what it asks, what was reckoned, what was decided and paid.</summary>
[RequiresPermission(SupportModule.Settle)]
internal sealed class InvoicePage(PlusDb db, InvoiceHandler handler, PageHead head) : InvoiceFormPage(db, handler, head)
{
    protected override string? StepKey => null;

    public IReadOnlyList<SummaryLine> Facts
    {
        get
        {
            var i = Invoice;
            List<SummaryLine?> lines =
            [
                new(T["support.provider"], Provider) { Href = $"/support/contracts/{i.ContractId}" },
                new(T["support.contract"], Contract.Number),
                new(T["support.month"], MonthWords.Of(i.Month)),
                new(T["support.invoice.issuedOn"], T.Write(i.IssuedOn)),
                new(T["support.invoice.receivedOn"], T.Write(i.ReceivedOn)),
                new(T["support.invoice.billed"], T.Money(Lines.Sum(l => l.BilledEuro))),
                new(T["support.invoice.reckoned"], T.Money(Lines.Sum(l => l.ReckonedEuro))),
                i.Owed is { } owed ? new(T["support.invoice.owed"], T.Money(owed)) : null,
                i.DecidedOn is { } decided ? new(T["support.invoice.decidedOn"], T.Write(decided)) : null,
                i.Note is { } note ? new(T["support.invoice.note"], note) : null,
                i.PaidOn is { } paid
                    ? new(
                        T["support.invoice.paidOn"],
                        T["support.invoice.paidLine", ("day", paid), ("number", i.PaymentNumber)]
                    )
                    : null,
            ];
            return [.. lines.OfType<SummaryLine>()];
        }
    }
}

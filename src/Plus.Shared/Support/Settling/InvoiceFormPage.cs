using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Support.Records;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Settling;

/// <summary>A page about one invoice, with the invoice beside what was reckoned.</summary>
internal abstract class InvoiceFormPage(PlusDb db, InvoiceHandler handler, PageHead head) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProviderInvoice Invoice { get; private set; } = null!;

    public ProviderContract Contract { get; private set; } = null!;

    public string Provider { get; private set; } = "";

    public IReadOnlyList<InvoiceDifference> Lines { get; private set; } = [];

    public string Href => $"/support/invoices/{Id}";

    protected abstract string? StepKey { get; }

    protected virtual bool Fits => true;

    protected override uint StoredVersion => Invoice.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public TableView Table =>
        new Table<InvoiceDifference>(
            "support.invoice.lines",
            [
                new("number", "support.number", l => l.Number) { NamesRow = true },
                new("billedUnits", "support.invoice.billedUnits", l => l.BilledUnits) { Numeric = true },
                new("units", "support.invoice.reckonedUnits", l => l.ReckonedUnits) { Numeric = true },
                new("billed", "support.invoice.billed", l => l.BilledEuro) { Numeric = true, Format = "money" },
                new("reckoned", "support.invoice.reckoned", l => l.ReckonedEuro) { Numeric = true, Format = "money" },
                new("difference", "support.invoice.difference", l => l.Euro) { Numeric = true, Format = "money" },
                new(
                    "state",
                    "support.invoice.agrees",
                    l => T[l.Differs ? "support.invoice.differs" : "support.invoice.same"]
                )
                {
                    Tag = l => l.Differs ? "red" : "green",
                },
            ]
        )
        {
            CaptionHidden = true,
        }.View(Lines);

    protected override async Task<bool> LoadAsync()
    {
        if (
            await (
                from i in db.Set<ProviderInvoice>().AsNoTracking()
                join c in db.Set<ProviderContract>().AsNoTracking() on i.ContractId equals c.Id
                join p in db.Set<Provider>() on c.ProviderId equals p.Id
                where i.Id == Id
                select new
                {
                    Invoice = i,
                    Contract = c,
                    p.Name,
                }
            ).SingleOrDefaultAsync(Ct)
            is not { } found
        )
        {
            return false;
        }

        (Invoice, Contract, Provider) = (found.Invoice, found.Contract, found.Name);
        if (!Fits)
        {
            return false;
        }

        Lines = await handler.CompareAsync(Invoice, Ct);
        var title = T["support.invoice.of", ("number", Invoice.Number)];
        head.Title = StepKey is null ? title : T[StepKey];
        head.Crumb(T["support.menu"], "/support/providers").Crumb(T["support.invoices"], "/support/invoices");
        if (StepKey is null)
        {
            head.Crumb(title);
        }
        else
        {
            head.Crumb(title, Href).Crumb(T[StepKey]);
        }

        return true;
    }
}

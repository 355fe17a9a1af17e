using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Support.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Settling;

/// <summary>An invoice in the list.</summary>
internal sealed record InvoiceRow(ProviderInvoice Invoice, string Provider, decimal Billed);

/// <summary>All invoices of providers, the newest first.</summary>
[RequiresPermission(SupportModule.Settle)]
internal sealed class InvoicesPage(PlusDb db, Texts texts) : PageModel
{
    private static readonly string[] StateCodes =
    [
        ProviderInvoice.Received,
        ProviderInvoice.Accepted,
        ProviderInvoice.Paid,
        ProviderInvoice.Returned,
    ];

    private static readonly ListRules Rules = new("/support/invoices", "month")
    {
        FallsByDefault = true,
        Filters = ["state"],
    };

    public ListPage<InvoiceRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> States => SupportWords.Choices(texts, "support.invoiceState.", StateCodes);

    public Table<InvoiceRow> Columns =>
        new(
            "support.invoices",
            [
                new("number", "support.invoice.number", r => r.Invoice.Number)
                {
                    NamesRow = true,
                    Href = r => $"/support/invoices/{r.Invoice.Id}",
                },
                new("month", "support.month", r => MonthWords.Of(r.Invoice.Month)) { Sortable = true },
                new("provider", "support.provider", r => r.Provider),
                new("received", "support.invoice.receivedOn", r => r.Invoice.ReceivedOn),
                new("billed", "support.invoice.billed", r => r.Billed) { Numeric = true, Format = "money" },
                new("owed", "support.invoice.owed", r => r.Invoice.Owed) { Numeric = true, Format = "money" },
                new("state", "support.state", r => texts["support.invoiceState." + r.Invoice.State])
                {
                    Tag = r => SupportWords.ToneOf(r.Invoice),
                },
                new("paid", "support.invoice.paidOn", r => r.Invoice.PaidOn),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = Read(query);
        var total = await rows.CountAsync(ct);
        Rows = new ListPage<InvoiceRow>(query, await rows.Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct), total);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var rows = await Read(await ListQuery.Read(HttpContext, Rules)).ToListAsync(ct);
        return new TableExport<InvoiceRow>(format, "rekini", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private IQueryable<InvoiceRow> Read(ListQuery query)
    {
        var invoices = db.Set<ProviderInvoice>().AsNoTracking();
        if (query.Code("state") is { } state)
        {
            invoices = invoices.Where(i => i.State == state);
        }

        invoices = query.Falls
            ? invoices.OrderByDescending(i => i.Month).ThenBy(i => i.Id)
            : invoices.OrderBy(i => i.Month).ThenBy(i => i.Id);
        return invoices.Select(i => new InvoiceRow(
            i,
            db.Set<ProviderContract>()
                .Where(c => c.Id == i.ContractId)
                .Select(c => db.Set<Provider>().Where(p => p.Id == c.ProviderId).Select(p => p.Name).First())
                .First(),
            db.Set<InvoiceLine>().Where(l => l.InvoiceId == i.Id).Sum(l => l.Euro)
        ));
    }
}

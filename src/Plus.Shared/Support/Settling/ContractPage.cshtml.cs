using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Support.Records;
using Plus.Web.Display;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Settling;

/// <summary>One contract: what was agreed, where its money stands, its months and invoices.</summary>
[RequiresPermission(SupportModule.Register)]
internal sealed class ContractPage(PlusDb db, ContractMoney money, StaffAccessor staff, PlusClock clock, PageHead head)
    : ContractFormPage(db, head)
{
    public ContractBudget Budget { get; private set; } = null!;

    public IReadOnlyList<(DateOnly Month, int Referrals, decimal Euro)> Months { get; private set; } = [];

    public IReadOnlyList<ProviderInvoice> Invoices { get; private set; } = [];

    public bool MayEdit => staff.Current.May(SupportModule.Contracts);

    public bool MaySettle => staff.Current.May(SupportModule.Settle);

    protected override string? Step => null;

    public IReadOnlyList<SummaryLine> Facts
    {
        get
        {
            List<SummaryLine> lines =
            [
                new(T["support.kind"], T["support.kind." + Contract.Kind]),
                new(T["support.funding"], T["support.funding." + Contract.Funding]),
                new(
                    T["support.contract.days"],
                    T["support.stretch.line", ("from", Contract.From), ("to", Contract.To)]
                ),
                new(T[Contract.IsStay ? "support.dayPrice" : "support.sessionPrice"], T.Money(Contract.UnitPrice)),
            ];
            if (Contract.Places is { } places)
            {
                lines.Add(new(T["support.contract.places"], T.Write(places)));
            }

            return lines;
        }
    }

    public IReadOnlyList<SummaryLine> Money =>
        [
            new(T["support.budget.amount"], T.Money(Budget.Amount)),
            new(T["support.budget.reckoned"], T.Money(Budget.Reckoned)),
            new(T["support.budget.owed"], T.Money(Budget.Owed)),
            new(T["support.budget.paid"], T.Money(Budget.Paid)),
            new(T["support.budget.left"], T.Money(Budget.Left)),
        ];

    public TableView MonthTable =>
        new Table<(DateOnly Month, int Referrals, decimal Euro)>(
            "support.months",
            [
                new("month", "support.month", m => MonthWords.Of(m.Month))
                {
                    NamesRow = true,
                    Href = m => $"{Href}/months/{MonthWords.CodeOf(m.Month)}",
                },
                new("referrals", "support.referrals", m => m.Referrals) { Numeric = true },
                new("euro", "support.servicePays", m => m.Euro) { Numeric = true, Format = "money" },
            ]
        )
        {
            CaptionHidden = true,
        }.View(Months);

    public TableView InvoiceTable =>
        new Table<ProviderInvoice>(
            "support.invoices",
            [
                new("number", "support.invoice.number", i => i.Number)
                {
                    NamesRow = true,
                    Href = i => $"/support/invoices/{i.Id}",
                },
                new("month", "support.month", i => MonthWords.Of(i.Month)),
                new("received", "support.invoice.receivedOn", i => i.ReceivedOn),
                new("state", "support.state", i => T["support.invoiceState." + i.State])
                {
                    Tag = i => SupportWords.ToneOf(i),
                },
                new("owed", "support.invoice.owed", i => i.Owed) { Numeric = true, Format = "money" },
            ]
        )
        {
            CaptionHidden = true,
        }.View(Invoices);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Budget = (await money.BudgetsAsync([Contract], clock.Today, Ct))[Id];
        if (MaySettle)
        {
            Months = await money.MonthsAsync(Contract, clock.Today, Ct);
            Invoices = await Db.Set<ProviderInvoice>()
                .AsNoTracking()
                .Where(i => i.ContractId == Id)
                .OrderByDescending(i => i.Month)
                .ThenByDescending(i => i.ReceivedOn)
                .ToListAsync(Ct);
        }

        return true;
    }
}

/// <summary>Months in words and in addresses.</summary>
internal static class MonthWords
{
    public static string Of(DateOnly month) => month.ToString("MM.yyyy", CultureInfo.InvariantCulture);

    public static string CodeOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string? code) =>
        DateOnly.TryParseExact(
            code + "-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;
using Plus.Web.Display;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Providers;

/// <summary>One provider: who it is, its contracts, what is left of their money.</summary>
[RequiresPermission(SupportModule.Register)]
internal sealed class ProviderPage(PlusDb db, ContractMoney money, StaffAccessor staff, PlusClock clock, PageHead head)
    : ProviderFormPage(db, head)
{
    private IReadOnlyDictionary<Guid, ContractBudget> _budgets = new Dictionary<Guid, ContractBudget>();

    public IReadOnlyList<ProviderContract> Contracts { get; private set; } = [];

    public bool MayEdit => staff.Current.May(SupportModule.Contracts);

    protected override string? StepKey => null;

    public IReadOnlyList<SummaryLine> Facts =>
        [
            new(T["support.provider.kind"], T["support.providerKind." + Provider.Kind]),
            new(T["support.provider.registrationNo"], Provider.RegistrationNo ?? "–"),
            new(T["support.provider.address"], Provider.Address ?? "–"),
            new(T["support.provider.contact"], Provider.Contact ?? "–"),
        ];

    public TableView Table =>
        new Table<ProviderContract>(
            "support.contracts",
            [
                new("number", "support.contract", c => c.Number)
                {
                    NamesRow = true,
                    Href = c => $"/support/contracts/{c.Id}",
                },
                new("kind", "support.kind", c => T["support.kind." + c.Kind]),
                new("funding", "support.funding", c => T["support.funding." + c.Funding]),
                new("from", "support.contract.from", c => c.From),
                new("to", "support.contract.to", c => c.To),
                new("amount", "support.budget.amount", c => c.Amount) { Numeric = true, Format = "money" },
                new("reckoned", "support.budget.reckoned", c => _budgets[c.Id].Reckoned)
                {
                    Numeric = true,
                    Format = "money",
                },
                new("left", "support.budget.left", c => _budgets[c.Id].Left) { Numeric = true, Format = "money" },
            ]
        )
        {
            CaptionHidden = true,
        }.View(Contracts);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Contracts = await Db.Set<ProviderContract>()
            .AsNoTracking()
            .Where(c => c.ProviderId == Id)
            .OrderByDescending(c => c.From)
            .ThenBy(c => c.Number)
            .ToListAsync(Ct);
        _budgets = await money.BudgetsAsync(Contracts, clock.Today, Ct);
        return true;
    }
}

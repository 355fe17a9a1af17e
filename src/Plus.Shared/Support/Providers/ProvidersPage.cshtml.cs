using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Providers;

/// <summary>A provider with what can still be received of it.</summary>
internal sealed record ProviderRow(Provider Provider, string Services, decimal? Left);

/// <summary>Providers of rehabilitation and of consultations, with the money left in the contracts of today.</summary>
[RequiresPermission(SupportModule.Register)]
internal sealed class ProvidersPage(PlusDb db, ContractMoney money, PlusClock clock, Texts texts) : PageModel
{
    private IReadOnlyList<ProviderRow> _rows = [];

    public TableView Table =>
        new Table<ProviderRow>(
            "support.menu",
            [
                new("name", "support.provider.name", r => r.Provider.Name)
                {
                    NamesRow = true,
                    Href = r => $"/support/providers/{r.Provider.Id}",
                },
                new("kind", "support.provider.kind", r => texts["support.providerKind." + r.Provider.Kind]),
                new(
                    "services",
                    "support.services",
                    r => r.Services.Length == 0 ? texts["support.services.none"] : r.Services
                ),
                new("left", "support.budget.left", r => r.Left) { Numeric = true, Format = "money" },
            ]
        )
        {
            CaptionHidden = true,
        }.View(_rows);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var providers = await db.Set<Provider>().AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        var contracts = await db.Set<ProviderContract>()
            .AsNoTracking()
            .Where(c => c.From <= today && c.To >= today)
            .ToListAsync(ct);
        var budgets = await money.BudgetsAsync(contracts, today, ct);
        _rows =
        [
            .. providers.Select(p =>
            {
                var own = contracts.FindAll(c => c.ProviderId == p.Id);
                return new ProviderRow(
                    p,
                    string.Join(", ", own.Select(c => texts["support.kind." + c.Kind]).Distinct()),
                    own.Count == 0 ? null : own.Sum(c => budgets[c.Id].Left)
                );
            }),
        ];
    }
}

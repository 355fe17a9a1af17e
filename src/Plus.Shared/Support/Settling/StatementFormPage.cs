using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Support.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>A page about one month of a contract.</summary>
internal abstract class StatementFormPage(PlusDb db, ContractMoney money, PlusClock clock, PageHead head)
    : ContractFormPage(db, head)
{
    [BindProperty(SupportsGet = true)]
    public string Month { get; set; } = "";

    public DateOnly First { get; private set; }

    public IReadOnlyList<StatementLine> Lines { get; private set; } = [];

    /// <summary>The invoice of the month that was not returned.</summary>
    public ProviderInvoice? Invoice { get; private set; }

    public bool IsOver => First.AddMonths(1) <= clock.Today;

    public string Here => $"{Href}/months/{Month}";

    protected DateOnly Today => clock.Today;

    protected override async Task<bool> LoadAsync()
    {
        if (MonthWords.Read(Month) is not { } month || month > clock.Today || !await base.LoadAsync())
        {
            return false;
        }

        First = month;
        if (month > Contract.To || month.AddMonths(1) <= Contract.From)
        {
            return false;
        }

        Lines = await money.MonthAsync(Contract, month, clock.Today, Ct);
        Invoice = await Db.Set<ProviderInvoice>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                i => i.ContractId == Id && i.Month == month && i.State != ProviderInvoice.Returned,
                Ct
            );
        return true;
    }
}

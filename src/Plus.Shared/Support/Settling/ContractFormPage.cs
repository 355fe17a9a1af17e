using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Support.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>A page about one contract with a provider.</summary>
internal abstract class ContractFormPage(PlusDb db, PageHead head) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProviderContract Contract { get; private set; } = null!;

    public Provider Provider { get; private set; } = null!;

    public string Href => $"/support/contracts/{Id}";

    protected PlusDb Db => db;

    /// <summary>The step's name in words; null on the contract's own page.</summary>
    protected abstract string? Step { get; }

    protected override uint StoredVersion => Contract.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (
            await (
                from c in db.Set<ProviderContract>().AsNoTracking()
                join p in db.Set<Provider>().AsNoTracking() on c.ProviderId equals p.Id
                where c.Id == Id
                select new { Contract = c, Provider = p }
            ).SingleOrDefaultAsync(Ct)
            is not { } found
        )
        {
            return false;
        }

        (Contract, Provider) = (found.Contract, found.Provider);
        head.Title = Step ?? Contract.Number;
        head.Crumb(T["support.menu"], "/support/providers").Crumb(Provider.Name, $"/support/providers/{Provider.Id}");
        if (Step is null)
        {
            head.Crumb(Contract.Number);
        }
        else
        {
            head.Crumb(Contract.Number, Href).Crumb(Step);
        }

        return true;
    }
}

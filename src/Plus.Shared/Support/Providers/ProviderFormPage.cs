using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Support.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Providers;

/// <summary>A page about one provider.</summary>
internal abstract class ProviderFormPage(PlusDb db, PageHead head) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Provider Provider { get; private set; } = null!;

    public string Href => $"/support/providers/{Id}";

    protected PlusDb Db => db;

    /// <summary>Key of the step's name; null on the provider's own page.</summary>
    protected abstract string? StepKey { get; }

    protected override uint StoredVersion => Provider.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, Ct) is not { } provider)
        {
            return false;
        }

        Provider = provider;
        head.Title = StepKey is null ? provider.Name : T[StepKey];
        head.Crumb(T["support.menu"], "/support/providers");
        if (StepKey is null)
        {
            head.Crumb(provider.Name);
        }
        else
        {
            head.Crumb(provider.Name, Href).Crumb(T[StepKey]);
        }

        return true;
    }
}

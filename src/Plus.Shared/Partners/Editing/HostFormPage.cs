using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Editing;

/// <summary>A form about a host employer: found only where the person may change it.</summary>
internal abstract class HostFormPage(PlusDb db, HostEditing editing, PageHead head) : SectionFormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public HostEmployer Host { get; private set; } = null!;

    public string Href => $"/partners/{Id}";

    protected HostEmployerId HostId => new(Id);

    protected abstract string TitleKey { get; }

    protected PlusDb Db => db;

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        var id = HostId;
        var host = await db.Set<HostEmployer>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, Ct);
        if (host is null || !editing.MayEdit(host.OfficeId))
        {
            return false;
        }

        Host = host;
        head.Title = T[TitleKey];
        head.Crumb(T["partners.menu"], "/partners").Crumb(host.Name, Href).Crumb(T[TitleKey]);
        return true;
    }
}

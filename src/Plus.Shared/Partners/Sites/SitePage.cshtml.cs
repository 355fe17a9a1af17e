using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Sites;

/// <summary>Changes a site: where it is, how many it takes, until when.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.site", Subject = "site")]
internal sealed class SitePage(
    PlusDb db,
    HostEditing editing,
    SiteHandler handler,
    TerritoryChoices territories,
    PageHead head
) : SiteFormPage(db, editing, handler, territories, head)
{
    private HostSite? _site;

    [BindProperty(SupportsGet = true, Name = "site")]
    public Guid SiteGuid { get; set; }

    public override HostSite? Site => _site;

    protected override Guid? SiteId => SiteGuid;

    protected override string TitleKey => "partners.site.edit";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    protected override void ShowSaved() => Input = SiteInput.Of(_site!);

    protected override async Task<bool> LoadAsync()
    {
        var host = HostId;
        _site = await Db.Set<HostSite>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == SiteGuid && s.HostEmployerId == host, Ct);
        return _site is not null && await base.LoadAsync();
    }
}

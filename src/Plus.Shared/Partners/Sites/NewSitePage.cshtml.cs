using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Sites;

/// <summary>A new site of a host employer; begins with the host's own address.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.site.new", Subject = "id")]
internal sealed class NewSitePage(
    PlusDb db,
    HostEditing editing,
    SiteHandler handler,
    TerritoryChoices territories,
    PageHead head
) : SiteFormPage(db, editing, handler, territories, head)
{
    protected override string TitleKey => "partners.site.add";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Address = Host.Address;
        Input.Territory = Host.TerritoryCode;
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Organisation.Regions;

/// <summary>Found a new regional unit.</summary>
[RequiresPermission(OrganisationModule.Change)]
[KeepsDraft("organisation.addRegion")]
internal sealed class AddRegionPage(AddRegionHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(20)]
    public string Code { get; set; } = "";

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var added = await handler.AddAsync(Code, Name, From!.Value, ct);
        if (!added.Done)
        {
            return this.Refused(added.Refusal);
        }

        flash.Success("organisation.region.added");
        return LocalRedirect($"/organisation/regions/{added.Value}");
    }
}

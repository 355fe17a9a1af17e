using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Organisation.Regions;

/// <summary>A regional unit: its name, how many offices it has, and closing it.</summary>
[RequiresPermission(OrganisationModule.Change)]
internal sealed class RegionPage(PlusDb db, ChangeRegionHandler handler, PlusClock clock, Flash flash) : PageModel
{
    [BindProperty]
    [StringLength(200)]
    public string Name { get; set; } = "";

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string Reason { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    public Region Region { get; private set; } = null!;

    /// <summary>Offices that work today or are to open.</summary>
    public int Offices { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Name = Region.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "web.error.required");
        }

        return await DoAsync(
            id,
            () => handler.RenameAsync(RegionId.From(id), Name, Version, ct),
            "organisation.region.renamed",
            ct
        );
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        if (LastDay is null && ModelState[nameof(LastDay)]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(nameof(LastDay), "web.error.required");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "web.error.required");
        }

        return await DoAsync(
            id,
            () => handler.CloseAsync(RegionId.From(id), LastDay!.Value, Reason, Version, ct),
            "organisation.region.isClosed",
            ct
        );
    }

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<Outcome<Unit>>> act, string says, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await act();
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success(says);
        return LocalRedirect("/organisation");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var regionId = RegionId.From(id);
        var region = await db.Set<Region>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == regionId, ct);
        if (region is null)
        {
            return false;
        }

        Region = region;
        Offices = await handler.OfficesAfterAsync(regionId, clock.Today.AddDays(-1), ct);
        return true;
    }
}

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

namespace Plus.Shared.Organisation.Offices;

/// <summary>An office: its name, what hangs on it, and closing it.</summary>
[RequiresPermission(OrganisationModule.Change)]
internal sealed class OfficePage(PlusDb db, ChangeOfficeHandler handler, PlusClock clock, Flash flash) : PageModel
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

    public Office Office { get; private set; } = null!;

    public HangingOnOffice Hanging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Name = Office.Name;
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
            () => handler.RenameAsync(OfficeId.From(id), Name, Version, ct),
            "organisation.office.renamed",
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
            () => handler.CloseAsync(OfficeId.From(id), LastDay!.Value, Reason, Version, ct),
            "organisation.office.isClosed",
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
        var officeId = OfficeId.From(id);
        var office = await db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == officeId, ct);
        if (office is null)
        {
            return false;
        }

        Office = office;
        Hanging = await handler.HangsOnAsync(officeId, clock.Today, ct);
        return true;
    }
}

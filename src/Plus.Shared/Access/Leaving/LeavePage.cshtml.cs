using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Leaving;

/// <summary>A person leaves: what they leave behind, and when their access ends.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
internal sealed class LeavePage(
    LeaveHandler handler,
    StaffScope scope,
    OpenWork work,
    ViewLog views,
    PlusClock clock,
    Texts texts,
    Flash flash
) : PageModel
{
    /// <summary><c>now</c> or <c>lastDay</c>.</summary>
    [BindProperty]
    [Required]
    public string When { get; set; } = "";

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    /// <summary>The hour on the last day; without it the day counts whole.</summary>
    [BindProperty]
    public TimeOnly? At { get; set; }

    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string Reason { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    public Staff Person { get; private set; } = null!;

    public IReadOnlyList<OpenWorkLine> Work { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public IReadOnlyList<Choice> Choices =>
        [
            new("now", texts["access.leave.now"], texts["access.leave.now.explain"]),
            new("lastDay", texts["access.leave.onLastDay"]),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Version = Person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (When == "lastDay" && LastDay is null && ModelState[nameof(LastDay)]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(nameof(LastDay), "access.leave.lastDayMissing");
        }

        if (!ModelState.IsValid || When is not ("now" or "lastDay"))
        {
            return this.Unfinished();
        }

        var (lastDay, at) = When == "now" ? (null, null) : (LastDay, At);
        var done = await handler.LeaveAsync(StaffId.From(id), lastDay, at, Reason, Version, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("access.leave.done");
        return LocalRedirect(Work.Count > 0 ? $"/access/staff/{id}/work" : $"/access/staff/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var staffId = StaffId.From(id);
        var person = await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
        if (person is null)
        {
            return false;
        }

        Person = person;
        Work = await work.OfAsync(staffId, ct);
        await views.ListAsync(AccessPermissions.StaffManage, Work.Select(w => w.Client), ct);
        return true;
    }
}

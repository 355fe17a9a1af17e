using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Rules.Calendars;

/// <summary>Give a day back to the calendar, seeing first what moves.</summary>
[RequiresPermission(RulesModule.Change)]
internal sealed class RemoveDayPage(PlusDb db, RemoveDayHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string Reason { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    public CalendarDay Held { get; private set; } = null!;

    public EffectOfRules Effect { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(DateTime day, CancellationToken ct)
    {
        if (!await LoadAsync(DateOnly.FromDateTime(day), ct))
        {
            return NotFound();
        }

        Version = Held.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(DateTime day, CancellationToken ct)
    {
        if (!await LoadAsync(DateOnly.FromDateTime(day), ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.RemoveAsync(Held.Day, Reason, Version, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("rules.day.removed", ("count", done.Value));
        return LocalRedirect(
            "/rules/calendar/" + Held.Day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private async Task<bool> LoadAsync(DateOnly day, CancellationToken ct)
    {
        var held = await db.Set<CalendarDay>().AsNoTracking().SingleOrDefaultAsync(d => d.Day == day, ct);
        if (held is null)
        {
            return false;
        }

        Held = held;
        Effect = await handler.PreviewAsync(day, ct);
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>Whom to call, in order, when an alarm is not taken in time.</summary>
[RequiresPermission(MonitoringPermissions.Watch)]
[KeepsDraft("supervision.calls")]
internal sealed class CallListPage(PlusDb db, Processes processes) : SectionFormPage
{
    public static readonly ProcessType Changed = new("supervision.callListChanged");

    [BindProperty]
    [StringLength(200)]
    public string? Name { get; set; }

    [BindProperty]
    [StringLength(40)]
    [RegularExpression(@"\+?[0-9 ]{5,39}", ErrorMessage = "supervision.calls.phoneWrong")]
    public string? Phone { get; set; }

    [BindProperty]
    public Guid Entry { get; set; }

    public IReadOnlyList<CallListEntry> Entries { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "supervision.calls.nameMissing");
        }

        if (string.IsNullOrWhiteSpace(Phone))
        {
            ModelState.AddModelError(nameof(Phone), "supervision.calls.phoneWrong");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var last = await db.Set<CallListEntry>().MaxAsync(e => (int?)e.Ordinal, Ct) ?? 0;
        db.Add(new CallListEntry(last + 1, Name!.Trim(), Phone!.Trim()));
        return await SaveAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (await db.Set<CallListEntry>().SingleOrDefaultAsync(e => e.Id == Entry, Ct) is not { } entry)
        {
            return NotFound();
        }

        db.Remove(entry);
        return await SaveAsync();
    }

    protected override async Task<bool> LoadAsync()
    {
        Entries = await db.Set<CallListEntry>().AsNoTracking().OrderBy(e => e.Ordinal).ToListAsync(Ct);
        return true;
    }

    private async Task<IActionResult> SaveAsync()
    {
        var done = await processes.CommitAsync(new ProcessStart(Changed), Ct);
        return done.Done ? LocalRedirect("/monitoring/calls") : await RefusedAsync(done.Refusal);
    }
}

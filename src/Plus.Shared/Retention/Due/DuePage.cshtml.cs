using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Shared.Retention.Plan;
using Plus.Shared.Retention.Proposals;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Retention.Due;

/// <summary>The dry run: what would go today, by number, and what is done to a record; from here it is proposed.</summary>
[RequiresPermission(RetentionModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DuePage(
    DueRecords due,
    ProposeHandler propose,
    ErasurePlanner planner,
    StaffAccessor staff,
    ViewLog views,
    Texts texts,
    Flash flash
) : PageModel
{
    /// <summary>Shown; the count says when there are more.</summary>
    private const int Shown = 200;

    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public string Class { get; private set; } = "";

    public int Years { get; private set; }

    public int Count { get; private set; }

    public int Held { get; private set; }

    public bool More { get; private set; }

    public TableView View { get; private set; } = null!;

    /// <summary>Tables whose rows go, and those whose rows stay without their texts; only where the whole person goes.</summary>
    public IReadOnlyList<string> Going { get; private set; } = [];

    public IReadOnlyList<string> Staying { get; private set; } = [];

    public bool MayPropose => staff.Current.May(RetentionModule.Propose);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (due.ClassOf(code) is not { } kept)
        {
            return NotFound();
        }

        await LoadAsync(kept, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!MayPropose)
        {
            return Forbid();
        }

        if (due.ClassOf(code) is not { } kept)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(kept, ct);
            return this.Unfinished();
        }

        var done = await propose.ProposeAsync(kept, Reason!.Trim(), ct);
        if (!done.Done)
        {
            await LoadAsync(kept, ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("retention.proposed");
        return LocalRedirect($"/retention/erasures/{done.Value}");
    }

    private async Task LoadAsync(RetentionClass kept, CancellationToken ct)
    {
        Class = kept.Code;
        (Years, _) = await due.YearsAsync(kept.Code, ct);
        var found = await due.ReadAsync(kept, ProposeHandler.Most + 1, ct);
        (Count, Held, More) = (
            Math.Min(found.Count, ProposeHandler.Most),
            found.Count(r => r.Held),
            found.Count > ProposeHandler.Most
        );
        var shown = found.Take(Shown).ToList();
        await views.ListAsync(
            RetentionModule.View,
            shown.Select(r => r.Client).OfType<Guid>().Select(ClientId.From),
            ct
        );
        View = new Table<DueRecord>("retention.due.caption")
        {
            new("label", "retention.due.record", r => r.Label) { NamesRow = true },
            new("since", "retention.due.since", r => r.Since),
            new("due", "retention.due.on", r => r.DueOn),
            new("held", "retention.due.held", r => r.Held ? texts["retention.due.isHeld"] : null),
        }.View(shown);
        if (kept.WholePerson)
        {
            var steps = planner.Make().Steps.Where(s => s.Sql is not null).ToList();
            Going = [.. steps.Where(s => s.Deletes).Select(s => s.Table).Order(StringComparer.Ordinal)];
            Staying = [.. steps.Where(s => !s.Deletes).Select(s => s.Table).Order(StringComparer.Ordinal)];
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Retention.Due;
using Plus.Shared.Retention.Holds;
using Plus.Shared.Retention.Proposals;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Retention.Overview;

/// <summary>How long each class of records is kept, what is held back, and erasures on their way.</summary>
[RequiresPermission(RetentionModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RetentionPage(
    DueRecords due,
    ErasureList erasures,
    HoldHandler holds,
    StaffAccessor staff,
    Texts texts,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(20)]
    public string? Number { get; set; }

    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string? Reason { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<ClassLine> Classes { get; private set; } = [];

    public IReadOnlyList<HoldLine> Holds { get; private set; } = [];

    public TableView Erasures { get; private set; } = null!;

    public bool MayHold => staff.Current.May(RetentionModule.Hold);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct)
    {
        if (!MayHold)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.Unfinished();
        }

        var done = await holds.LayAsync(Number!.Trim(), Reason!.Trim(), Until!.Value, ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("retention.hold.laid");
        return LocalRedirect("/retention");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid id, [FromForm] uint version, CancellationToken ct)
    {
        if (!MayHold)
        {
            return Forbid();
        }

        var done = await holds.EndAsync(id, version, ct);
        if (!done.Done)
        {
            ModelState.Clear();
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("retention.hold.endedNow");
        return LocalRedirect("/retention");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var lines = new List<ClassLine>();
        foreach (var kept in due.Classes)
        {
            var (years, confirmed) = await due.YearsAsync(kept.Code, ct);
            lines.Add(new ClassLine(kept.Code, years, confirmed));
        }

        Classes = lines;
        Holds = await holds.StandingAsync(ct);
        Erasures = new Table<ErasureLine>("retention.erasures")
        {
            new("at", "retention.proposedAt", l => l.Erasure.ProposedAt)
            {
                NamesRow = true,
                Href = l => $"/retention/erasures/{l.Erasure.Id}",
            },
            new("class", "retention.class", l => texts["retention.class." + l.Erasure.ClassCode]),
            new("state", "retention.state", l => texts["retention.state." + CodeConversion.CodeOf(l.Erasure.State)]),
            new("by", "retention.proposedBy", l => l.Proposer),
            new("records", "retention.records", l => l.Records) { Numeric = true },
            new("settled", "retention.settled", l => l.Settled) { Numeric = true },
        }.View(await erasures.ReadAsync(ct));
    }
}

/// <summary>One class with its rule.</summary>
internal sealed record ClassLine(string Code, int Years, bool Confirmed);

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Ends a placement with a reason; days planned after its last day go.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.endPlacement", Subject = "placement")]
internal sealed class EndPlacementPage(
    PlusDb db,
    SectionReader reader,
    PlaceClientHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;

    [BindProperty(SupportsGet = true, Name = "placement")]
    public Guid PlacementId { get; set; }

    [BindProperty]
    public EndPlacementInput Input { get; set; } = new();

    public Placement Placement { get; private set; } = null!;

    public IReadOnlyList<Choice> Reasons =>
        [
            .. Placement
                .EndReasons.Where(r => r != "sectionClosed")
                .Select(r => new Choice(r, T["workHours.endReason." + r])),
        ];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.endPlacement.title";

    protected override uint StoredVersion => Placement.Version;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Placement.EndReasons.Contains(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "workHours.endPlacement.reasonMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.EndAsync(Door, Id, PlacementId, Input.LastDay!.Value, Input.Reason!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.endPlacement.done", ("last", Input.LastDay));
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            !await base.LoadAsync()
            || await _db.Set<Placement>()
                .AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == PlacementId && p.SectionId == Id, Ct)
                is not { } placement
        )
        {
            return false;
        }

        Placement = placement;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EndPlacementInput
{
    [Required(ErrorMessage = "workHours.endPlacement.lastDayMissing")]
    public DateOnly? LastDay { get; set; }

    public string? Reason { get; set; }
}

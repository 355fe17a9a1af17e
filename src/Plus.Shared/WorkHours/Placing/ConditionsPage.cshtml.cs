using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>What decides how long may be worked: work or studies, consent to longer days, regular work.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.conditions", Subject = "section")]
internal sealed class ConditionsPage(
    PlusDb db,
    SectionReader reader,
    PlaceClientHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty]
    public ConditionsInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Statuses =>
        [.. WorkStatuses.All.Select(s => new Choice(s, T["workHours.status." + s]))];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.conditions.title";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    protected override void ShowSaved() =>
        Input = new ConditionsInput
        {
            Status = Measure.WorkStatus,
            Consents = Measure.ConsentsToFourHours,
            NotRegular = Measure.RegularWorkNotAvailable,
        };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!WorkStatuses.All.Contains(Input.Status))
        {
            ModelState.AddModelError("Input.Status", "workHours.conditions.statusMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ConditionsAsync(Door, Id, Input.Status, Input.Consents, Input.NotRegular, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.conditions.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ConditionsInput
{
    public string Status { get; set; } = "";

    public bool Consents { get; set; }

    public bool NotRegular { get; set; }
}

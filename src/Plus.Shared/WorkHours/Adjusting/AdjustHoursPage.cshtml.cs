using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Overview;
using Plus.Web.Binding;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Adjusting;

/// <summary>Adjusts the balance without a day of work, with a reason; the cap is told beforehand.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.adjust", Subject = "section")]
internal sealed class AdjustHoursPage(
    PlusDb db,
    SectionReader reader,
    AdjustHoursHandler handler,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty]
    public AdjustInput Input { get; set; } = new();

    public int CapMinutes { get; private set; }

    public IReadOnlyList<Choice> Ways =>
        [new("credit", T["workHours.adjustment.credit"]), new("takeBack", T["workHours.adjustment.takeBack"])];

    public IReadOnlyList<Choice> Reasons =>
        [.. AdjustmentRules.Reasons.Select(r => new Choice(r, T["workHours.adjustment.reason." + r]))];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.adjustment.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Way is not ("credit" or "takeBack"))
        {
            ModelState.AddModelError("Input.Way", "workHours.adjustment.wayMissing");
        }

        if (Input.Minutes is null or 0 && ModelState["Input.Minutes"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError("Input.Minutes", "workHours.adjustment.minutesMissing");
        }

        if (!AdjustmentRules.Reasons.Contains(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "workHours.adjustment.reasonMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var minutes = Input.Minutes!.Value * (Input.Way == "credit" ? 1 : -1);
        var done = await handler.HandleAsync(Door, Id, minutes, Input.Reason!, Input.Note!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.adjustment.done");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        CapMinutes = (await rules.ReadAsync(Ct)).Parameters.Get(ParameterCodes.AdjustmentMaxHours, Today).Minutes;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AdjustInput
{
    public string? Way { get; set; }

    [Hours]
    public int? Minutes { get; set; }

    public string? Reason { get; set; }

    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }
}

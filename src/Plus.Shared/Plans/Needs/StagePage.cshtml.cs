using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Plans;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Plans.Needs;

/// <summary>The stage of change seen in a need; the need may be closed with it.</summary>
[RequiresPermission(PlansModule.Work)]
[KeepsDraft("plans.stage", Subject = "need")]
internal sealed class StagePage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : PlanFormPage(reader, plans, views, heading)
{
    [BindProperty(SupportsGet = true)]
    public Guid Need { get; set; }

    [BindProperty]
    public StageInput Input { get; set; } = new();

    public NeedView Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Stages => Choices(ChangeStage.All, "law.change_stage.");

    protected override string StepKey => "plans.stage.add";

    public Task<IActionResult> OnGetAsync()
    {
        Input.OnDay = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Stage", Input.Stage, ChangeStage.All, "plans.stage.missing");
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.SeeStageAsync(
            Section,
            Need,
            Input.Stage!,
            Input.OnDay!.Value,
            Input.Note!.Trim(),
            Input.Closes,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("plans.stage.saved");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            !await base.LoadAsync()
            || Plan.Needs.FirstOrDefault(n => n.Need.Id == Need && n.Need.ClosedOn is null) is not { } need
        )
        {
            return false;
        }

        Found = need;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class StageInput
{
    public string? Stage { get; set; }

    [Required(ErrorMessage = "plans.stage.dayMissing")]
    public DateOnly? OnDay { get; set; }

    [Required(ErrorMessage = "plans.stage.noteMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }

    public bool Closes { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Web.Journeys;

namespace Plus.Shared.Plans.Goals;

/// <summary>A goal in a need, with its first step.</summary>
[RequiresPermission(PlansModule.Work)]
[KeepsDraft("plans.goal", Subject = "need")]
internal sealed class GoalPage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    ViewLog views,
    SectionHead heading
) : StepFormPage(reader, plans, views, heading)
{
    [BindProperty(SupportsGet = true)]
    public Guid Need { get; set; }

    protected override string StepKey => "plans.goal.add";

    protected override bool Fits => View.Section.IsOpen;

    protected override void Check()
    {
        if (string.IsNullOrWhiteSpace(Input.Goal))
        {
            ModelState.AddModelError("Input.Goal", "plans.goal.wordingMissing");
        }
    }

    protected override Task<Outcome<Unit>> SaveAsync() =>
        handler.SetGoalAsync(
            Section,
            Need,
            Input.Goal!.Trim(),
            Input.Step!.Trim(),
            Input.Doer!,
            Input.DueOn!.Value,
            Ct
        );

    protected override async Task<bool> LoadAsync() =>
        await base.LoadAsync() && Plan.Needs.Any(n => n.Need.Id == Need && n.Need.ClosedOn is null);
}

using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Web.Journeys;

namespace Plus.Shared.Plans.Goals;

/// <summary>A further step towards a goal.</summary>
[RequiresPermission(PlansModule.Work)]
[KeepsDraft("plans.step", Subject = "goal")]
internal sealed class StepPage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    ViewLog views,
    SectionHead heading
) : StepFormPage(reader, plans, views, heading)
{
    [BindProperty(SupportsGet = true)]
    public Guid Goal { get; set; }

    public string GoalWording { get; private set; } = "";

    protected override string StepKey => "plans.step.add";

    protected override Task<Outcome<Unit>> SaveAsync() =>
        handler.SetStepAsync(Section, Goal, Input.Step!.Trim(), Input.Doer!, Input.DueOn!.Value, Ct);

    protected override async Task<bool> LoadAsync()
    {
        if (
            !await base.LoadAsync()
            || Plan.Needs.SelectMany(n => n.Goals).FirstOrDefault(g => g.Goal.Id == Goal).Goal is not { } goal
        )
        {
            return false;
        }

        GoalWording = goal.Wording;
        return true;
    }
}

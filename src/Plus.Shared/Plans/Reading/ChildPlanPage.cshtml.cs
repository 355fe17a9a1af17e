using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Law.Obligations;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Records;

namespace Plus.Shared.Plans.Reading;

/// <summary>The plan as a child reads it: what is to be reached, what to do by when, who helps. Nothing of risks or needs.</summary>
[RequiresPermission(PlansModule.View)]
internal sealed class ChildPlanPage(SectionReader reader, PlanReader plans, ViewLog views, SectionHead heading)
    : PlanFormPage(reader, plans, views, heading)
{
    /// <summary>Goals of open needs, with the steps that were not given up.</summary>
    public IReadOnlyList<(PlanGoal Goal, IReadOnlyList<PlanStep> Steps)> Goals =>
        [
            .. Plan
                .Needs.Where(n => n.Need.ClosedOn is null)
                .SelectMany(n => n.Goals)
                .Select(g => (g.Goal, (IReadOnlyList<PlanStep>)[.. g.Steps.Where(s => s.State != PlanStep.Dropped)])),
        ];

    protected override string StepKey => "plans.child.title";

    protected override string Part => PlansModule.View;

    protected override bool Fits => ObligationKinds.RegimeOf(View.Section.Measure) == ObligationRegime.Child;

    public Task<IActionResult> OnGetAsync() => ShowAsync();
}

using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Law.Plans;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Records;
using Plus.Web.Charts;

namespace Plus.Shared.Plans.Reading;

/// <summary>The plan of a section, readable in a minute: needs with where they are going, goals, steps, what was agreed.</summary>
[RequiresPermission(PlansModule.View)]
internal sealed class PlanPage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : PlanFormPage(reader, plans, views, heading)
{
    private const int MostLines = 6;

    [BindProperty]
    public Guid Step { get; set; }

    public bool MayWork => View.Section.IsOpen && staff.Current.May(PlansModule.Work);

    protected override string StepKey => "plans.title";

    protected override string Part => PlansModule.View;

    protected override bool Fits => true;

    /// <summary>Stages over time, a line a need; null while there is nothing to compare.</summary>
    public Chart? Stages
    {
        get
        {
            var open = Plan.Needs.Where(n => n.Stages.Count > 0).Take(MostLines).ToList();
            var days = open.SelectMany(n => n.Stages.Select(s => s.OnDay)).Distinct().Order().ToList();
            if (days.Count < 2)
            {
                return null;
            }

            return new Chart(
                T["plans.stages.title"],
                [.. days.Select(d => T.Write(d))],
                [
                    .. open.Select(n => new ChartSeries(
                        T["plans.domain." + n.Need.Domain],
                        [.. days.Select(d => PlaceOn(n, d))]
                    )),
                ]
            )
            {
                CategoryHead = T["plans.stages.day"],
                Description = string.Join(
                    "; ",
                    open.Select(n => T["plans.domain." + n.Need.Domain] + ": " + T["law.stage_trend." + n.Trend])
                ),
            };
        }
    }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostDoneAsync() => EndAsync(PlanStep.Done);

    public Task<IActionResult> OnPostDropAsync() => EndAsync(PlanStep.Dropped);

    private async Task<IActionResult> EndAsync(string state)
    {
        if (!staff.Current.May(PlansModule.Work))
        {
            return Forbid();
        }

        var done = await handler.EndStepAsync(Section, Step, state, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("plans.step.ended");
        return LocalRedirect(Href);
    }

    // The stage holds until another one is seen.
    private static decimal? PlaceOn(NeedView need, DateOnly day) =>
        need.Stages.LastOrDefault(s => s.OnDay <= day) is { } seen ? ChangeStage.PlaceOf(seen.Stage) + 1 : null;
}

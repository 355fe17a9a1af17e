using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Records;

namespace Plus.Shared.Plans.Reading;

/// <summary>A version of the plan as it was agreed on.</summary>
[RequiresPermission(PlansModule.View)]
internal sealed class VersionPage(SectionReader reader, PlanReader plans, ViewLog views, SectionHead heading)
    : PlanFormPage(reader, plans, views, heading)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public PlanVersion Agreed { get; private set; } = null!;

    public IReadOnlyList<CopiedNeed> Needs { get; private set; } = [];

    protected override string StepKey => "plans.title";

    protected override string Part => PlansModule.View;

    protected override bool Fits => true;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync() || Plan.Versions.FirstOrDefault(v => v.Number == Number) is not { } version)
        {
            return false;
        }

        (Agreed, Needs) = (version, PlanCopy.Read(version.Content));
        return true;
    }
}

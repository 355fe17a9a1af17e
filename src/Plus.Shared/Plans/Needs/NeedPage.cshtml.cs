using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Law.Plans;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Plans.Needs;

/// <summary>Adds a need with the stage that is seen today.</summary>
[RequiresPermission(PlansModule.Work)]
[KeepsDraft("plans.need", Subject = "id")]
internal sealed class NeedPage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    ViewLog views,
    SectionHead heading
) : PlanFormPage(reader, plans, views, heading)
{
    private static readonly string[] SourceCodes = ["entered", "assessment"];

    [BindProperty]
    public NeedInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Domains => Choices(PlanNeed.Domains, "plans.domain.");

    public IReadOnlyList<Choice> Sources => Choices(SourceCodes, "plans.source.");

    public IReadOnlyList<Choice> Stages => Choices(ChangeStage.All, "law.change_stage.");

    protected override string StepKey => "plans.need.add";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Domain", Input.Domain, PlanNeed.Domains, "plans.need.domainMissing");
        Known("Input.Stage", Input.Stage, ChangeStage.All, "plans.stage.missing");
        Known("Input.Source", Input.Source, SourceCodes, "plans.need.sourceMissing");
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddNeedAsync(
            Section,
            Input.Domain!,
            Input.Wording!.Trim(),
            Input.Source,
            Input.Stage!,
            Input.Note!.Trim(),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("plans.need.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class NeedInput
{
    public string? Domain { get; set; }

    [Required(ErrorMessage = "plans.need.wordingMissing")]
    [StringLength(1000)]
    public string? Wording { get; set; }

    public string Source { get; set; } = "entered";

    public string? Stage { get; set; }

    [Required(ErrorMessage = "plans.stage.noteMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }
}

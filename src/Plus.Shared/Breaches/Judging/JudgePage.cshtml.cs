using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Judging;

/// <summary>Whether the reason of a violation is justified, and why.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.judge", Subject = "id")]
internal sealed class JudgePage(
    SectionReader reader,
    BreachReader breaches,
    JudgeBreachHandler handler,
    ViewLog views,
    SectionHead heading
) : BreachFormPage(reader, breaches, views, heading)
{
    private static readonly string[] FindingCodes = ["yes", "no"];

    [BindProperty]
    public JudgeInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Findings => BreachWords.Choices(T, "breaches.justified.", FindingCodes);

    protected override string StepKey => "breaches.judge.title";

    protected override bool Fits => base.Fits && Breach.AnsweredOn is null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!FindingCodes.Contains(Input.Justified))
        {
            ModelState.AddModelError("Input.Justified", "breaches.judge.findingMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.JudgeAsync(Id, Input.Justified == "yes", Input.Judgement!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.judge.done");
        return LocalRedirect($"/breaches/{Id}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class JudgeInput
{
    public string Justified { get; set; } = "";

    [Required(ErrorMessage = "breaches.judge.wordsMissing")]
    [StringLength(4000)]
    public string? Judgement { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Judging;

/// <summary>What the client said, and until when evidence of it is awaited.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.explain", Subject = "id")]
internal sealed class ExplainPage(
    SectionReader reader,
    BreachReader breaches,
    JudgeBreachHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : BreachFormPage(reader, breaches, views, heading)
{
    [BindProperty]
    public ExplainInput Input { get; set; } = new();

    protected override string StepKey => "breaches.explain.title";

    protected override bool Fits => base.Fits && Breach.Justified is null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = new ExplainInput
        {
            ExplainedOn = Breach.ExplainedOn ?? clock.Today,
            Explanation = Breach.Explanation,
            EvidenceDueOn = Breach.EvidenceDueOn,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ExplainAsync(
            Id,
            Input.ExplainedOn!.Value,
            Input.Explanation!,
            Input.EvidenceDueOn,
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.explain.done");
        return LocalRedirect($"/breaches/{Id}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ExplainInput
{
    [Required(ErrorMessage = "breaches.explain.dayMissing")]
    public DateOnly? ExplainedOn { get; set; }

    [Required(ErrorMessage = "breaches.explain.wordsMissing")]
    [StringLength(4000)]
    public string? Explanation { get; set; }

    public DateOnly? EvidenceDueOn { get; set; }
}

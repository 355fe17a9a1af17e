using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Deciding;

/// <summary>What the court or the prosecutor decided on a submission.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.decide", Subject = "id")]
internal sealed class DecidePage(
    SectionReader reader,
    BreachReader breaches,
    FollowStepHandler handler,
    ViewLog views,
    SectionHead heading
) : StepFormPage(reader, breaches, views, heading)
{
    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Decisions => BreachWords.Choices(T, "breaches.decision.", BreachKinds.Decisions);

    protected override string StepKey => "breaches.decide.title";

    protected override bool Fits => base.Fits && BreachLadder.IsSubmission(Step.Response) && Step.Decision is null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BreachKinds.Decisions.Contains(Input.Decision))
        {
            ModelState.AddModelError("Input.Decision", "breaches.decide.decisionMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.DecideAsync(
            Id,
            new DecidedSubmission(
                Input.Decision,
                Input.DecidedOn!.Value,
                Input.InForceOn,
                Input.Days,
                Input.Number,
                Input.Note
            ),
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.decide.done");
        return await FindAsync() is { } breach ? LocalRedirect($"/breaches/{breach.Id}") : LocalRedirect("/");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DecideInput
{
    public string Decision { get; set; } = "";

    [Required(ErrorMessage = "breaches.decide.dayMissing")]
    public DateOnly? DecidedOn { get; set; }

    public DateOnly? InForceOn { get; set; }

    [StringLength(60)]
    public string? Number { get; set; }

    [Range(1, 10000)]
    public int? Days { get; set; }

    [StringLength(4000)]
    public string? Note { get; set; }
}

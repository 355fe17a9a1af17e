using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Law.Applications;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Following;

/// <summary>The client contests the decision, and later what was decided on that.</summary>
[RequiresPermission(ApplicationsModule.Work)]
[KeepsDraft("applications.contest", Subject = "id")]
internal sealed class ContestPage(
    SectionReader reader,
    RequestReader requests,
    FollowRequestHandler handler,
    ViewLog views,
    SectionHead heading
) : RequestFormPage(reader, requests, views, heading)
{
    [BindProperty]
    public ContestRequestInput Input { get; set; } = new();

    public bool Runs => Asked.ContestedOn is not null;

    public IReadOnlyList<Choice> Outcomes =>
        RequestWords.Choices(T, "obligations.contestOutcome.", RequestWords.ContestOutcomes);

    protected override string StepKey => Runs ? "obligations.decide.title" : "obligations.contest.title";

    protected override bool Fits =>
        base.Fits
        && Asked is { NeedsDecision: true, DecidedOn: not null, ContestDecidedOn: null }
        && Asked.Outcome != ApplicationOutcome.Withdrawn;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Runs && !RequestWords.ContestOutcomes.Contains(Input.Outcome))
        {
            ModelState.AddModelError("Input.Outcome", "obligations.decide.outcomeMissing");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = Runs
            ? await handler.DecideContestAsync(Id, Input.Day!.Value, Input.Outcome!, Version, Ct)
            : await handler.ContestAsync(Id, Input.Day!.Value, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("applications.contest.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ContestRequestInput
{
    [Required(ErrorMessage = "applications.contest.dayMissing")]
    public DateOnly? Day { get; set; }

    public string? Outcome { get; set; }
}

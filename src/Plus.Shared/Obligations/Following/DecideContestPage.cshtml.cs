using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Following;

/// <summary>What was decided on the contest: upheld, amended, cancelled.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.decide", Subject = "id")]
internal sealed class DecideContestPage(
    SectionReader reader,
    ObligationReader obligations,
    FollowObligationHandler handler,
    ViewLog views,
    SectionHead heading
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public DecideContestInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Outcomes =>
        ObligationWords.Choices(T, "obligations.contestOutcome.", ObligationWords.ContestOutcomes);

    protected override string StepKey => "obligations.decide.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ObligationWords.ContestOutcomes.Contains(Input.Outcome))
        {
            ModelState.AddModelError("Input.Outcome", "obligations.decide.outcomeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.DecideContestAsync(Id, Input.DecidedOn!.Value, Input.Outcome, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.decide.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DecideContestInput
{
    [Required(ErrorMessage = "obligations.decide.dayMissing")]
    public DateOnly? DecidedOn { get; set; }

    public string Outcome { get; set; } = "";
}

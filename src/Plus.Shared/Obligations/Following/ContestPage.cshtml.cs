using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Following;

/// <summary>The client contests the decision: when, and whether it binds meanwhile.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.contest", Subject = "id")]
internal sealed class ContestPage(
    SectionReader reader,
    ObligationReader obligations,
    FollowObligationHandler handler,
    ViewLog views,
    SectionHead heading
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public ContestInput Input { get; set; } = new();

    protected override string StepKey => "obligations.contest.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ContestAsync(Id, Input.ContestedOn!.Value, Input.Suspends, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.contest.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ContestInput
{
    [Required(ErrorMessage = "obligations.contest.dayMissing")]
    public DateOnly? ContestedOn { get; set; }

    public bool Suspends { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>The client leaves or is expelled.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.stay.leave", Subject = "id")]
internal sealed class LeavePage(
    SectionReader reader,
    SupportReader support,
    StayHandler handler,
    ViewLog views,
    SectionHead heading
) : StayFormPage(reader, support, views, heading)
{
    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Leavings => SupportWords.Choices(T, "support.leave.", SupportKinds.Leavings);

    protected override string StepKey => "support.stay.leave";

    protected override bool Fits => Referral.Stays;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SupportKinds.Leavings.Contains(Input.Leaving))
        {
            ModelState.AddModelError("Input.Leaving", "support.stay.leavingMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.LeaveAsync(Id, Input.On!.Value, Input.Leaving!, Input.Note!.Trim(), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.stay.left");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class LeaveInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? On { get; set; }

    public string? Leaving { get; set; }

    [Required(ErrorMessage = "support.stay.leavingNoteMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }
}

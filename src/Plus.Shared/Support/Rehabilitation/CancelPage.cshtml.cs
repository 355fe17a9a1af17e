using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>The client no longer waits for a place.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.stay.cancel", Subject = "id")]
internal sealed class CancelPage(
    SectionReader reader,
    SupportReader support,
    StayHandler handler,
    ViewLog views,
    SectionHead heading
) : StayFormPage(reader, support, views, heading)
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    protected override string StepKey => "support.stay.cancel";

    protected override bool Fits => Referral.Waits;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.CancelAsync(Id, Input.Reason!.Trim(), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.stay.cancelDone");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class CancelInput
{
    [Required(ErrorMessage = "support.reasonMissing")]
    [StringLength(1000)]
    public string? Reason { get; set; }
}

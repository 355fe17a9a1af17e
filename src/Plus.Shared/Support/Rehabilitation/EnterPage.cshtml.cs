using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>The client enters: from this day on the Service pays.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.stay.enter", Subject = "id")]
internal sealed class EnterPage(
    SectionReader reader,
    SupportReader support,
    StayHandler handler,
    ViewLog views,
    SectionHead heading
) : StayFormPage(reader, support, views, heading)
{
    [BindProperty]
    public EnterInput Input { get; set; } = new();

    protected override string StepKey => "support.stay.enter";

    protected override bool Fits => Referral.Waits && View.Section.IsOpen;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var reason = string.IsNullOrWhiteSpace(Input.Reason) ? null : Input.Reason.Trim();
        var done = await handler.EnterAsync(Id, Input.On!.Value, reason, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.stay.entered");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EnterInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? On { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }
}

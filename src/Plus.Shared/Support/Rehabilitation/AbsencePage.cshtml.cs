using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>Days on which the service was not received, and is not paid for.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.stay.absence", Subject = "id")]
internal sealed class AbsencePage(
    SectionReader reader,
    SupportReader support,
    StayHandler handler,
    ViewLog views,
    SectionHead heading
) : StayFormPage(reader, support, views, heading)
{
    [BindProperty]
    public AbsenceInput Input { get; set; } = new();

    protected override string StepKey => "support.stay.absence";

    protected override bool Fits => Referral.EnteredOn is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AbsentAsync(Id, Input.From!.Value, Input.To!.Value, Input.Reason!.Trim(), Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.absence.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AbsenceInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "support.reasonMissing")]
    [StringLength(500)]
    public string? Reason { get; set; }
}

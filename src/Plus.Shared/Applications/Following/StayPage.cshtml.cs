using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Following;

/// <summary>The case stays in its office although the client moved into another one's area.</summary>
[RequiresPermission(CasePermissions.Assign)]
[KeepsDraft("applications.stay", Subject = "id")]
internal sealed class StayPage(
    SectionReader reader,
    RequestReader requests,
    StayHandler handler,
    ViewLog views,
    SectionHead heading
) : RequestFormPage(reader, requests, views, heading)
{
    [BindProperty]
    public StayInput Input { get; set; } = new();

    protected override string Part => CasePermissions.Assign;

    protected override string StepKey => "applications.transfer.stay";

    protected override bool Fits => base.Fits && Asked.ProposesTransfer(View.Section.OfficeId);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.StayAsync(Id, Input.Reason, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("applications.transfer.stayDone");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class StayInput
{
    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2_000)]
    public string? Reason { get; set; }
}

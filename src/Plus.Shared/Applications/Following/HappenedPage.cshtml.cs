using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Following;

/// <summary>The client came back, or the change took place: when, and what it was seen by.</summary>
[RequiresPermission(ApplicationsModule.Work)]
[KeepsDraft("applications.happened", Subject = "id")]
internal sealed class HappenedPage(
    SectionReader reader,
    RequestReader requests,
    FollowRequestHandler handler,
    ViewLog views,
    SectionHead heading
) : RequestFormPage(reader, requests, views, heading)
{
    [BindProperty]
    public HappenedInput Input { get; set; } = new();

    protected override string StepKey => Asked.IsAbsence ? "applications.act.back" : "applications.act.changed";

    protected override bool Fits => base.Fits && Asked.Runs;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        var done = await handler.HappenAsync(Id, Input.HappenedOn!.Value, note, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("applications.happened.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HappenedInput
{
    [Required(ErrorMessage = "applications.happened.dayMissing")]
    public DateOnly? HappenedOn { get; set; }

    [StringLength(2_000)]
    public string? Note { get; set; }
}

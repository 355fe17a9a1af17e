using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Following;

/// <summary>What is done about an incident, by whom, by when.</summary>
[RequiresPermission(IncidentsModule.Work)]
[KeepsDraft("incidents.measure", Subject = "id")]
internal sealed class MeasurePage(
    SectionReader sections,
    IncidentReader reader,
    FollowIncidentHandler handler,
    ViewLog views,
    SectionHead heading
) : IncidentFormPage(sections, reader, views, heading)
{
    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Doers => [.. IncidentCodes.Doers.Select(c => new Choice(c, T["incidents.doer." + c]))];

    protected override string StepKey => "incidents.measure.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IncidentCodes.Doers.Contains(Input.Doer))
        {
            ModelState.AddModelError("Input.Doer", "incidents.measure.doerMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.DecideAsync(Id, Input.Wording!, Input.Doer, Input.DueOn!.Value, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.measure.done");
        return LocalRedirect($"/incidents/{Id}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class MeasureInput
{
    [Required(ErrorMessage = "incidents.measure.wordingMissing")]
    [StringLength(1000)]
    public string? Wording { get; set; }

    public string Doer { get; set; } = "";

    [Required(ErrorMessage = "incidents.measure.dueMissing")]
    public DateOnly? DueOn { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Following;

/// <summary>How a measure ended.</summary>
[RequiresPermission(IncidentsModule.Work)]
[KeepsDraft("incidents.end", Subject = "id")]
internal sealed class EndMeasurePage(
    SectionReader sections,
    IncidentReader reader,
    FollowIncidentHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : IncidentFormPage(sections, reader, views, heading)
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    public IncidentMeasure Measure => Incident.Measures.Single(m => m.Id == Id);

    public IReadOnlyList<Choice> Ends => [.. IncidentCodes.Ends.Select(c => new Choice(c, T["incidents.end." + c]))];

    protected override string StepKey => "incidents.end.title";

    protected override uint StoredVersion => Measure.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Measure.Id);

    protected override bool Fits => base.Fits && Measure.EndedOn is null;

    public Task<IActionResult> OnGetAsync()
    {
        Input.EndedOn = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IncidentCodes.Ends.Contains(Input.End))
        {
            ModelState.AddModelError("Input.End", "incidents.end.howMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.EndAsync(Id, Input.End, Input.EndedOn!.Value, Input.Note, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.end.saved");
        return await LoadedHrefAsync();
    }

    protected override Task<Incident?> FindAsync() => Incidents.FindOfMeasureAsync(Id, Part, Ct);

    private async Task<IActionResult> LoadedHrefAsync() =>
        await FindAsync() is { } incident ? LocalRedirect($"/incidents/{incident.Id}") : LocalRedirect("/");
}

/// <summary>What the form asks.</summary>
internal sealed class EndInput
{
    public string End { get; set; } = "";

    [Required(ErrorMessage = "incidents.end.dayMissing")]
    public DateOnly? EndedOn { get; set; }

    [Required(ErrorMessage = "incidents.end.noteMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }
}

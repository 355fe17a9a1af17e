using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>A decision that adds a location or an alcohol device.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.intensify", Subject = "id")]
internal sealed class IntensifyPage(
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    ViewLog views,
    SectionHead heading
) : MonitoringFormPage(reader, monitoring, views, heading)
{
    [BindProperty]
    public IntensifyInput Input { get; set; } = new();

    protected override string StepKey => "supervision.intensify.title";

    protected override bool Fits => View.Section.IsOpen && Monitoring.Runs;

    public IReadOnlyList<Choice> Devices =>
        [new("location", T["supervision.deviceKind.location"]), new("alcohol", T["supervision.deviceKind.alcohol"])];

    public IReadOnlyList<Choice> Grounds =>
        [.. Intensification.Grounds.Select(g => new Choice(g, T["supervision.ground." + g]))];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Device is not ("location" or "alcohol"))
        {
            ModelState.AddModelError("Input.Device", "supervision.intensify.deviceMissing");
        }

        if (!Intensification.Grounds.Contains(Input.Ground))
        {
            ModelState.AddModelError("Input.Ground", "supervision.intensify.groundMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var decision = new Intensification(
            Section,
            Input.Device!,
            Input.Ground!,
            Input.DecidedOn!.Value,
            Input.Document!.Trim()
        );
        var done = await handler.IntensifyAsync(decision, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("supervision.intensify.saved");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class IntensifyInput
{
    public string? Device { get; set; }

    public string? Ground { get; set; }

    [Required(ErrorMessage = "cases.term.decidedMissing")]
    public DateOnly? DecidedOn { get; set; }

    [Required(ErrorMessage = "supervision.intensify.documentMissing")]
    [StringLength(200)]
    public string? Document { get; set; }
}

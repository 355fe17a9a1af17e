using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>The report whether the home suits electronic monitoring.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.suitability", Subject = "id")]
internal sealed class SuitabilityPage(
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    ViewLog views,
    SectionHead heading
) : MonitoringFormPage(reader, monitoring, views, heading)
{
    [BindProperty]
    public SuitabilityInput Input { get; set; } = new();

    protected override string StepKey => "supervision.suitability.title";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var report = new SuitabilityReport(
            Section,
            Input.VisitedOn!.Value,
            Input.HasHome,
            Input.HasElectricity,
            Input.HouseholdConsents,
            Input.Note!.Trim()
        );
        var done = await handler.ReportAsync(report, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(report.Suits ? "supervision.suitability.savedSuits" : "supervision.suitability.savedNot");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SuitabilityInput
{
    [Required(ErrorMessage = "supervision.suitability.dayMissing")]
    public DateOnly? VisitedOn { get; set; }

    public bool HasHome { get; set; }

    public bool HasElectricity { get; set; }

    public bool HouseholdConsents { get; set; }

    [Required(ErrorMessage = "supervision.suitability.noteMissing")]
    [StringLength(4000)]
    public string? Note { get; set; }
}

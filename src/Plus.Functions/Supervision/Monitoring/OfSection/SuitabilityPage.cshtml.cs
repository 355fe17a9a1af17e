using System.ComponentModel.DataAnnotations;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
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
) : MonitoringInputPage<SuitabilityInput>(reader, monitoring, views, heading)
{
    protected override string StepKey => "supervision.suitability.title";

    protected override string SavedKey =>
        Report.Suits ? "supervision.suitability.savedSuits" : "supervision.suitability.savedNot";

    private SuitabilityReport Report =>
        new(
            Section,
            Input.VisitedOn!.Value,
            Input.HasHome,
            Input.HasElectricity,
            Input.HouseholdConsents,
            Input.Note!.Trim()
        );

    protected override Task<Outcome<Unit>> SaveAsync() => handler.ReportAsync(Report, Ct);
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

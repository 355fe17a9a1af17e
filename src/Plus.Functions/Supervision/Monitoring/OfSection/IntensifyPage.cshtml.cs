using System.ComponentModel.DataAnnotations;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
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
) : MonitoringInputPage<IntensifyInput>(reader, monitoring, views, heading)
{
    private static readonly string[] Kinds = ["location", "alcohol"];

    protected override string StepKey => "supervision.intensify.title";

    protected override string SavedKey => "supervision.intensify.saved";

    protected override bool Fits => View.Section.IsOpen && Monitoring.Runs;

    public IReadOnlyList<Choice> Devices => Choices("supervision.deviceKind.", Kinds);

    public IReadOnlyList<Choice> Grounds => Choices("supervision.ground.", Intensification.Grounds);

    protected override void Check()
    {
        Must(Kinds.Contains(Input.Device), nameof(Input.Device), "supervision.intensify.deviceMissing");
        Must(
            Intensification.Grounds.Contains(Input.Ground),
            nameof(Input.Ground),
            "supervision.intensify.groundMissing"
        );
    }

    protected override Task<Outcome<Unit>> SaveAsync() =>
        handler.IntensifyAsync(
            new Intensification(Section, Input.Device!, Input.Ground!, Input.DecidedOn!.Value, Input.Document!.Trim()),
            Ct
        );
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

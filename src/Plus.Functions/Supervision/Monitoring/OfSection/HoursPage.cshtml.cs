using System.ComponentModel.DataAnnotations;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Bans;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Permits hours away from home: on weekdays of every week, or on one day.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.hours", Subject = "id")]
internal sealed class HoursPage(
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    ViewLog views,
    SectionHead heading
) : MonitoringInputPage<HoursInput>(reader, monitoring, views, heading), IAsksOfBan
{
    IBanInput IAsksOfBan.Input => Input;

    public bool IsFact => false;

    protected override string StepKey => "supervision.hours.title";

    protected override string SavedKey => "supervision.hours.saved";

    public IReadOnlyList<Choice> Weekdays =>
        Choices("supervision.weekday.", Enumerable.Range(1, 7).Select(d => $"{d}"));

    public IReadOnlyList<Choice> Purposes =>
        Choices("supervision.purpose.", PermittedHours.Purposes.Except([PermittedHours.Absence]));

    private int? FromMinute => MonitoringWords.Minute(Input.From);

    private int? ToMinute => MonitoringWords.Minute(Input.To);

    protected override void Check()
    {
        Must(
            (Input.Weekdays.Count == 0) != (Input.OnDay is null) && !Input.Weekdays.Exists(d => d is < 1 or > 7),
            nameof(Input.Weekdays),
            "supervision.hours.whenMissing"
        );
        Must(FromMinute is not null, nameof(Input.From), "contacts.plan.timeMissing");
        Must(ToMinute > (FromMinute ?? 0), nameof(Input.To), "supervision.hours.toMissing");
        Must(
            Input.Purpose != PermittedHours.Absence && PermittedHours.Purposes.Contains(Input.Purpose),
            nameof(Input.Purpose),
            "supervision.hours.purposeMissing"
        );
    }

    protected override Task<Outcome<Unit>> SaveAsync()
    {
        var route = string.IsNullOrWhiteSpace(Input.Route) ? null : Input.Route.Trim();
        PermittedHours On(int? weekday) =>
            new(Section, weekday, Input.OnDay, FromMinute!.Value, ToMinute!.Value, Input.Purpose!, route);
        return handler.SetHoursAsync(
            Section,
            Input.OnDay is null ? [.. Input.Weekdays.Distinct().Select(d => On(d))] : [On(null)],
            Input.BanKnown,
            Ct
        );
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HoursInput : IBanInput
{
    public List<int> Weekdays { get; set; } = [];

    public DateOnly? OnDay { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Purpose { get; set; }

    [StringLength(300)]
    public string? Route { get; set; }

    public bool BanKnown { get; set; }
}

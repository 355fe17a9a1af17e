using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Desk;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>The electronic monitoring of a parole section: term, devices, permitted hours, decisions, alarms.</summary>
[RequiresPermission(MonitoringPermissions.View)]
internal sealed class MonitoringPage(
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    AlarmReader alarms,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : MonitoringFormPage(reader, monitoring, views, heading)
{
    [BindProperty]
    public Guid Hours { get; set; }

    public IReadOnlyList<AlarmRow> Alarms { get; private set; } = [];

    public bool MayOrder =>
        View.Section.IsOpen && Monitoring.Monitoring.EndedOn is null && staff.Current.May(MonitoringPermissions.Order);

    protected override string StepKey => "supervision.monitoring.title";

    protected override string Part => MonitoringPermissions.View;

    protected override bool Fits => true;

    /// <summary>What is permitted in an hour of a weekday: null for home, else the entries that touch it.</summary>
    public IReadOnlyList<PermittedHours> At(int weekday, int hour) =>
        [
            .. Monitoring.Hours.Where(h =>
                h.Weekday == weekday && h.FromMinute < (hour + 1) * 60 && h.ToMinute > hour * 60
            ),
        ];

    public async Task<IActionResult> OnPostEndHoursAsync()
    {
        if (!staff.Current.May(MonitoringPermissions.Order))
        {
            return Forbid();
        }

        var done = await handler.EndHoursAsync(Section, Hours, Ct);
        return done.Done ? LocalRedirect(Href) : await RefusedAsync(done.Refusal);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Alarms = await alarms.OfSectionAsync(Section, Ct);
        return true;
    }
}

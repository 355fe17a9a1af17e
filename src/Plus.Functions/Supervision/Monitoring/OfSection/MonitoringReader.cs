using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Terms;
using Plus.Shared.Rules.Current;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>One step of a device, with its number.</summary>
public sealed record DeviceLine(
    Guid Device,
    string Serial,
    string Kind,
    DeviceState State,
    string Step,
    DateTimeOffset At,
    string? Note
);

/// <summary>All that is known of a section's electronic monitoring.</summary>
/// <param name="Term">Counted from the day the device was attached; null before.</param>
public sealed record MonitoringView(
    ElectronicMonitoring Monitoring,
    ExplainedTerm? Term,
    IReadOnlyList<DeviceLine> Devices,
    IReadOnlyList<PermittedHours> Hours,
    IReadOnlyList<SuitabilityReport> Reports,
    IReadOnlyList<Intensification> Intensified,
    IReadOnlyList<MonitoringEmployment> Employment
)
{
    public bool Runs => Monitoring is { AttachedOn: not null, EndedOn: null };

    /// <summary>Devices whose last step left them with the client.</summary>
    public IReadOnlyList<DeviceLine> Worn =>
        [
            .. Devices
                .GroupBy(d => d.Device)
                .Select(g => g.OrderByDescending(d => d.At).First())
                .Where(d => d.Step is "issued" or "attached" or "exchanged"),
        ];
}

/// <summary>Reads the monitoring of a section that was found within reach.</summary>
public sealed class MonitoringReader(PlusDb db, CurrentRules rules)
{
    public async Task<MonitoringView?> ReadAsync(SectionId section, CancellationToken ct)
    {
        var monitoring = await db.Set<ElectronicMonitoring>()
            .AsNoTracking()
            .Where(m => m.SectionId == section)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(ct);
        if (monitoring is null)
        {
            return null;
        }

        var devices = await (
            from s in db.Set<DeviceStep>()
            join d in db.Set<MonitoringDevice>() on s.DeviceId equals d.Id
            where s.SectionId == section
            orderby s.At descending, s.Id descending
            select new DeviceLine(d.Id, d.Serial, d.Kind, d.State, s.Kind, s.At, s.Note)
        ).ToListAsync(ct);
        var hours = await db.Set<PermittedHours>()
            .AsNoTracking()
            .Where(h => h.SectionId == section && h.EndedOn == null)
            .OrderBy(h => h.Weekday)
            .ThenBy(h => h.OnDay)
            .ThenBy(h => h.FromMinute)
            .ToListAsync(ct);
        var reports = await db.Set<SuitabilityReport>()
            .AsNoTracking()
            .Where(r => r.SectionId == section)
            .OrderByDescending(r => r.VisitedOn)
            .ToListAsync(ct);
        var intensified = await db.Set<Intensification>()
            .AsNoTracking()
            .Where(i => i.SectionId == section)
            .OrderByDescending(i => i.DecidedOn)
            .ToListAsync(ct);
        var employment = await db.Set<MonitoringEmployment>()
            .AsNoTracking()
            .Where(e => e.SectionId == section)
            .OrderByDescending(e => e.SeenOn)
            .ThenByDescending(e => e.Id)
            .ToListAsync(ct);
        var term = monitoring.AttachedOn is { } attached
            ? TermHistory.OfMonths(attached, monitoring.Months, [], (await rules.ReadAsync(ct)).Parameters)
            : null;
        return new MonitoringView(monitoring, term, devices, hours, reports, intensified, employment);
    }
}

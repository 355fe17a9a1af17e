using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Obligations.Bans;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Writes what is ordered about a section's monitoring: suitability, hours, intensification, devices.</summary>
internal sealed class MonitoringHandler(
    PlusDb db,
    SectionEditing editing,
    StaffAccessor staff,
    BanCheck bans,
    PlusClock clock
)
{
    public static readonly ProcessType SuitabilityReported = new("supervision.suitabilityReported", OnTimeline: true);
    public static readonly ProcessType HoursSet = new("supervision.hoursSet", OnTimeline: true);
    public static readonly ProcessType HoursEnded = new("supervision.hoursEnded", OnTimeline: true);
    public static readonly ProcessType Intensified = new("supervision.monitoringIntensified", OnTimeline: true);
    public static readonly ProcessType DeviceStepped = new("supervision.deviceStepped", OnTimeline: true);

    public Task<Outcome<Unit>> ReportAsync(SuitabilityReport report, CancellationToken ct) =>
        report.VisitedOn > clock.Today
            ? Task.FromResult<Outcome<Unit>>(new DayIsInFuture("VisitedOn"))
            : AddAsync(report.SectionId, report, SuitabilityReported, ("suits", report.Suits), ct);

    /// <summary>All of the hours or none of them.</summary>
    public async Task<Outcome<Unit>> SetHoursAsync(
        SectionId id,
        IReadOnlyList<PermittedHours> hours,
        bool banKnown,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, MonitoringPermissions.Order, null, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        var way = new CheckedPlace(section.ClientId, "route", hours[0].OnDay ?? clock.Today, hours[0].Route);
        if (await bans.RefuseAsync(way, "Route", banKnown, isFact: false, ct) is { } met)
        {
            return met;
        }

        var held = await db.Set<PermittedHours>().Where(h => h.SectionId == id && h.EndedOn == null).ToListAsync(ct);
        if (
            hours.Any(n =>
                held.Exists(h =>
                    h.Weekday == n.Weekday
                    && h.OnDay == n.OnDay
                    && h.FromMinute < n.ToMinute
                    && h.ToMinute > n.FromMinute
                )
            )
        )
        {
            return new HoursOverlap();
        }

        db.AddRange(hours);
        return await editing.CommitAsync(
            section,
            new ProcessStart(HoursSet) { Values = new Dictionary<string, object?> { ["purpose"] = hours[0].Purpose } },
            ct
        );
    }

    public async Task<Outcome<Unit>> EndHoursAsync(SectionId id, Guid hours, CancellationToken ct)
    {
        if (
            await editing.FindAsync(id, MonitoringPermissions.Order, null, ct) is not { IsOpen: true } section
            || await db.Set<PermittedHours>()
                .SingleOrDefaultAsync(h => h.Id == hours && h.SectionId == id && h.EndedOn == null, ct)
                is not { } row
        )
        {
            return new NoSuchRecord();
        }

        row.End(clock.Today);
        return await editing.CommitAsync(section, new ProcessStart(HoursEnded) { Subject = hours }, ct);
    }

    public Task<Outcome<Unit>> IntensifyAsync(Intensification decision, CancellationToken ct) =>
        decision.DecidedOn > clock.Today
            ? Task.FromResult<Outcome<Unit>>(new DayIsInFuture("DecidedOn"))
            : AddAsync(decision.SectionId, decision, Intensified, ("device", decision.DeviceKind), ct);

    /// <summary>
    /// A step of a device with this client. The term of the monitoring begins on the day the first device is attached; an
    /// exchange attaches the new device and takes the old one back.
    /// </summary>
    public async Task<Outcome<Unit>> StepAsync(
        SectionId id,
        Guid device,
        string step,
        DateTimeOffset at,
        string? note,
        Guid? instead,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, MonitoringPermissions.Order, null, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        if (at > clock.Now)
        {
            return new DayIsInFuture("Day");
        }

        var found = await db.Set<MonitoringDevice>().SingleOrDefaultAsync(d => d.Id == device, ct);
        var old = instead is { } gone
            ? await db.Set<MonitoringDevice>().SingleOrDefaultAsync(d => d.Id == gone, ct)
            : null;
        if (found is null || (step == "exchanged" && old is null))
        {
            return new NoSuchRecord();
        }

        var with = await WithWhomAsync(device, ct);
        var may = step switch
        {
            "issued" or "exchanged" => found.State == DeviceState.InStock,
            "attached" => found.State == DeviceState.Issued && with == id,
            _ => found.State is DeviceState.Issued or DeviceState.Attached && with == id,
        };
        if (!may || (old is not null && (old.State != DeviceState.Attached || await WithWhomAsync(old.Id, ct) != id)))
        {
            return new DeviceIsElsewhere(found.Serial);
        }

        var me = staff.Current.Id!.Value;
        db.Add(new DeviceStep(device, id, step, at, me, note));
        found.Enter(
            step switch
            {
                "issued" => DeviceState.Issued,
                "attached" or "exchanged" => DeviceState.Attached,
                "lost" => DeviceState.Lost,
                _ => DeviceState.InStock,
            }
        );
        if (old is not null)
        {
            db.Add(new DeviceStep(old.Id, id, "returned", at, me, note));
            old.Enter(DeviceState.InStock);
        }

        var monitoring = await db.Set<ElectronicMonitoring>()
            .Where(m => m.SectionId == id && m.EndedOn == null)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(ct);
        if (step == "attached" && monitoring is { AttachedOn: null })
        {
            monitoring.Attach(PlusClock.DayOf(at));
            (await db.Set<SupervisionSentence>().SingleAsync(f => f.SectionId == id, ct)).ExpectEmployment(
                PlusClock.DayOf(at)
            );
        }

        return await editing.CommitAsync(
            section,
            new ProcessStart(DeviceStepped)
            {
                OnDay = PlusClock.DayOf(at),
                Subject = device,
                Values = new Dictionary<string, object?> { ["step"] = step, ["serial"] = found.Serial },
            },
            ct
        );
    }

    private async Task<SectionId?> WithWhomAsync(Guid device, CancellationToken ct) =>
        await db.Set<DeviceStep>()
            .Where(s => s.DeviceId == device)
            .OrderByDescending(s => s.At)
            .ThenByDescending(s => s.Id)
            .Select(s => (SectionId?)s.SectionId)
            .FirstOrDefaultAsync(ct);

    private async Task<Outcome<Unit>> AddAsync(
        SectionId id,
        object row,
        ProcessType type,
        (string Name, object? Value) value,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, MonitoringPermissions.Order, null, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        db.Add(row);
        return await editing.CommitAsync(
            section,
            new ProcessStart(type) { Values = new Dictionary<string, object?> { [value.Name] = value.Value } },
            ct
        );
    }
}

/// <summary>Two permissions would hold at one time.</summary>
internal sealed record HoursOverlap() : Refusal("supervision.hours.overlap")
{
    public override string Field => "From";
}

/// <summary>The device is not where the step needs it: in stock, or with this client.</summary>
internal sealed record DeviceIsElsewhere(string Serial) : Refusal("supervision.device.elsewhere")
{
    public override string Field => "Device";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["serial"] = Serial };
}

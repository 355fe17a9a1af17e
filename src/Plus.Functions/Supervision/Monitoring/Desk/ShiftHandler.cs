using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>Begins a shift and hands it over; no open alarm can be left out.</summary>
internal sealed class ShiftHandler(
    PlusDb db,
    AlarmReader reader,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Begun = new("supervision.shiftBegun");
    public static readonly ProcessType HandedOver = new("supervision.shiftHandedOver");

    public Task<Shift?> MineAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        return db.Set<Shift>().SingleOrDefaultAsync(s => s.Officer == me && s.EndedAt == null, ct);
    }

    /// <summary>Who else may watch alarms today.</summary>
    public Task<List<Staff>> ColleaguesAsync(CancellationToken ct)
    {
        var me = staff.Current.Id!.Value;
        var today = clock.Today;
        return (
            from s in db.Set<Staff>()
            where
                s.Id != me
                && db.Set<StaffPost>()
                    .Any(p =>
                        p.StaffId == s.Id
                        && p.From <= today
                        && (p.To == null || p.To >= today)
                        && db.Set<Role>()
                            .Any(r => r.Code == p.RoleCode && r.Permissions.Contains(MonitoringPermissions.Watch))
                    )
            orderby s.Surname, s.GivenName
            select s
        )
            .AsNoTracking()
            .ToListAsync(ct);
    }

    public async Task<Outcome<Unit>> BeginAsync(CancellationToken ct)
    {
        if (await MineAsync(ct) is not null)
        {
            return new ShiftRunsAlready();
        }

        var shift = new Shift(staff.Current.Id!.Value, clock.Now);
        db.Add(shift);
        return await processes.CommitAsync(new ProcessStart(Begun) { Subject = shift.Id }, ct);
    }

    /// <param name="confirmed">The open alarms that were gone through, one by one.</param>
    public async Task<Outcome<int>> HandOverAsync(
        StaffId to,
        IReadOnlyCollection<Guid> confirmed,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        if (await MineAsync(ct) is not { } shift)
        {
            return new NoSuchRecord();
        }

        if (!(await ColleaguesAsync(ct)).Exists(c => c.Id == to))
        {
            return new NobodyTakesOver();
        }

        db.Entry(shift).Property(s => s.Version).OriginalValue = version;
        var open = await reader.OpenIdsAsync(ct);
        var left = open.Except(confirmed).Count();
        if (left > 0)
        {
            return new AlarmsNotGoneThrough(left);
        }

        var me = staff.Current.Id!.Value;
        foreach (var alarm in await db.Set<Alarm>().Where(a => open.Contains(a.Id) && a.TakenBy == me).ToListAsync(ct))
        {
            alarm.HandTo(to);
        }

        shift.HandOver(to, open.Count, note, clock.Now);
        if (!await db.Set<Shift>().AnyAsync(s => s.Officer == to && s.EndedAt == null, ct))
        {
            db.Add(new Shift(to, clock.Now));
        }

        var done = await processes.CommitAsync(
            new ProcessStart(HandedOver)
            {
                Subject = shift.Id,
                Values = new Dictionary<string, object?> { ["open"] = open.Count },
            },
            ct
        );
        return done.Done ? open.Count : done.Refusal;
    }
}

internal sealed record ShiftRunsAlready() : Refusal("supervision.shift.runsAlready");

/// <summary>The next one must be a person who may watch alarms.</summary>
internal sealed record NobodyTakesOver() : Refusal("supervision.shift.nobody")
{
    public override string Field => "To";
}

/// <summary>Open alarms were left out of the hand-over, or came in meanwhile.</summary>
internal sealed record AlarmsNotGoneThrough(int Left) : Refusal("supervision.shift.alarmsLeft")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["count"] = Left };
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.OpenedInNeed;

/// <summary>
/// Access that an alarm brings with it: whoever answers it reads the record at once, wherever it lies and whether or not it
/// is under protection, without asking for anything. Each view carries the purpose <c>alarm</c>. It is for rooms that take
/// alarms in; they decide who is on duty.
/// </summary>
public sealed class AlarmOpenings(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    /// <summary>
    /// How long an alarm keeps the record open when nobody ends it. The Service's own choice, no law names it: a shift.
    /// </summary>
    public static readonly TimeSpan Time = TimeSpan.FromHours(12);

    public static readonly ProcessType Opened = new("access.alarmOpened") { Kind = EventKind.Consult };

    public static readonly ProcessType Ended = new("access.alarmEnded");

    /// <summary>
    /// Opens the client to who answers the alarm. Refused for who may not see monitoring data, and for who is shut out of
    /// this record by name: a colleague answers it then.
    /// </summary>
    public async Task<Outcome<Unit>> OpenAsync(Guid alarm, ClientId client, StaffId answers, CancellationToken ct)
    {
        using var system = staff.AsSystem("alarm");
        var (today, now) = (clock.Today, clock.Now);
        var monitors = await db.Set<StaffPost>()
            .Where(p => p.StaffId == answers && p.From <= today && (p.To == null || p.To >= today))
            .Join(db.Set<Role>(), p => p.RoleCode, r => r.Code, (p, r) => r)
            .AnyAsync(r => r.Permissions.Contains(SpecialCategories.Monitoring), ct);
        var shutOut = await db.Set<ClientRestriction>()
            .AnyAsync(
                r =>
                    r.ClientId == client
                    && r.Kind == RestrictionKind.Exclude
                    && r.From <= today
                    && r.To >= today
                    && r.People.Contains(answers.Value),
                ct
            );
        if (!monitors || shutOut)
        {
            return new MayNotAnswerAlarm();
        }

        if (await db.Set<OpenedRecord>().AnyAsync(o => o.AlarmId == alarm && o.StaffId == answers && o.Until > now, ct))
        {
            return Unit.Value;
        }

        var opened = OpenedRecord.ByAlarm(client, answers, alarm, now, Time);
        db.Add(opened);
        return await processes.CommitAsync(new ProcessStart(Opened) { Client = client, Subject = opened.Id }, ct);
    }

    /// <summary>The alarm was answered: what it opened closes, for everybody.</summary>
    public async Task<Outcome<Unit>> EndAsync(Guid alarm, CancellationToken ct)
    {
        using var system = staff.AsSystem("alarm");
        var now = clock.Now;
        var open = await db.Set<OpenedRecord>().Where(o => o.AlarmId == alarm && o.Until > now).ToListAsync(ct);
        if (open.Count == 0)
        {
            return Unit.Value;
        }

        open.ForEach(o => o.End(now));
        return await processes.CommitAsync(new ProcessStart(Ended) { Client = open[0].ClientId, Subject = alarm }, ct);
    }
}

internal sealed record MayNotAnswerAlarm() : Refusal("access.opening.mayNotAnswerAlarm");

using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Monitoring.Desk;

/// <summary>Works an alarm off: taken, noted, escalated, closed.</summary>
internal sealed class AlarmHandler(
    PlusDb db,
    AlarmReader reader,
    Processes processes,
    AlarmOpenings openings,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Taken = new("supervision.alarmTaken");
    public static readonly ProcessType Noted = new("supervision.alarmNoted");
    public static readonly ProcessType Escalated = new("supervision.alarmEscalated", OnTimeline: true);
    public static readonly ProcessType Closed = new("supervision.alarmClosed", OnTimeline: true);

    public static readonly IReadOnlyList<string> Outcomes = ["falseAlarm", "explained", "violation", "technical"];

    /// <summary>The person's record opens to who takes the alarm, wherever it lies, until the alarm is closed.</summary>
    public async Task<Outcome<Unit>> TakeAsync(Guid id, uint version, CancellationToken ct)
    {
        var taken = await ChangeAsync(id, version, Taken, null, (alarm, me) => alarm.Take(me, clock.Now), ct);
        return taken.Done && (await reader.FindAsync(id, ct))?.Client is { } client
            ? await openings.OpenAsync(id, client, staff.Current.Id!.Value, ct)
            : taken;
    }

    public Task<Outcome<Unit>> NoteAsync(Guid id, string text, uint version, CancellationToken ct) =>
        ChangeAsync(id, version, Noted, text, null, ct);

    public Task<Outcome<Unit>> EscalateAsync(Guid id, string text, uint version, CancellationToken ct) =>
        ChangeAsync(id, version, Escalated, text, (alarm, _) => alarm.Escalate(), ct);

    public async Task<Outcome<Unit>> CloseAsync(
        Guid id,
        string outcome,
        string text,
        uint version,
        CancellationToken ct
    )
    {
        var closed = await ChangeAsync(id, version, Closed, text, (a, _) => a.Close(outcome, clock.Now), ct);
        return closed.Done ? await openings.EndAsync(id, ct) : closed;
    }

    private async Task<Outcome<Unit>> ChangeAsync(
        Guid id,
        uint version,
        ProcessType type,
        string? text,
        Action<Alarm, StaffId>? change,
        CancellationToken ct
    )
    {
        if (await reader.TakeAsync(id, ct) is not { } alarm)
        {
            return new NoSuchRecord();
        }

        db.Entry(alarm).Property(a => a.Version).OriginalValue = version;
        if (alarm.State == AlarmState.Closed)
        {
            return new AlarmIsClosed();
        }

        if (alarm.State == AlarmState.New && type != Taken)
        {
            return new AlarmIsNotTaken();
        }

        var me = staff.Current.Id!.Value;
        change?.Invoke(alarm, me);
        if (text is not null)
        {
            db.Add(new AlarmNote(alarm.Id, alarm.SectionId, me, clock.Now, text));
        }

        var client = await db.Set<Section>()
            .Where(s => s.Id == alarm.SectionId)
            .Select(s => (ClientId?)s.ClientId)
            .SingleOrDefaultAsync(ct);
        return await processes.CommitAsync(
            new ProcessStart(type)
            {
                Client = client,
                Section = alarm.SectionId,
                Subject = alarm.Id,
                Values = new Dictionary<string, object?>
                {
                    ["alarm"] = alarm.Kind,
                    ["at"] = alarm.OccurredAt,
                    ["outcome"] = alarm.Outcome,
                },
            },
            ct
        );
    }
}

/// <summary>Nothing more is done about a closed alarm.</summary>
internal sealed record AlarmIsClosed() : Refusal("supervision.alarm.isClosed", RefusalKind.Conflict);

/// <summary>Who works an alarm takes it first, so that two do not.</summary>
internal sealed record AlarmIsNotTaken() : Refusal("supervision.alarm.isNotTaken");

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Functions.Supervision.Monitoring.Intake;

/// <summary>What a message brought.</summary>
public sealed record TakenEvents(int Events, int Known, int Alarms);

/// <summary>
/// Takes events in: all of a message or nothing, each once however often it comes, in whatever order. The sender is told
/// only when they are on the disk; until then it sends again.
/// </summary>
public sealed class EventIntake(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Taken = new("supervision.eventsTaken");

    // The device is whose it was when it happened, not when it was told: events come late and out of order. The alarm is
    // made with the event, in one statement, so that there is none without the other.
    private const string Sql = """
        WITH told AS (
            SELECT DISTINCT ON (id) id, serial, kind, severity, occurred_at
            FROM unnest(@ids, @serials, @kinds, @severities, @occurred) AS t (id, serial, kind, severity, occurred_at)
            ORDER BY id
        ), fresh AS (
            INSERT INTO supervision.vendor_event (id, serial, kind, occurred_at, received_at)
            SELECT id, serial, kind, occurred_at, @now FROM told ON CONFLICT (id) DO NOTHING
            RETURNING id
        ), made AS (
            INSERT INTO supervision.alarm (id, event_id, section_id, serial, kind, severity, occurred_at, received_at, state)
            SELECT gen_random_uuid(), t.id, s.section_id, t.serial, t.kind, t.severity, t.occurred_at, @now, 'new'
            FROM told t JOIN fresh f ON f.id = t.id
            LEFT JOIN LATERAL (
                SELECT CASE WHEN x.kind IN ('attached', 'exchanged') THEN x.section_id END AS section_id
                FROM supervision.device_step x JOIN supervision.monitoring_device d ON d.id = x.device_id
                WHERE d.serial = t.serial AND x.at <= t.occurred_at
                ORDER BY x.at DESC, x.id DESC LIMIT 1
            ) s ON true
            WHERE t.severity > 0
            RETURNING 1
        )
        SELECT (SELECT count(*) FROM fresh)::int, (SELECT count(*) FROM made)::int
        """;

    public async Task<TakenEvents> TakeAsync(IReadOnlyList<ReportedEvent> events, CancellationToken ct)
    {
        using var itself = staff.AsSystem("monitoring vendor");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var command = db.ReachedCommand(Sql);
        command.Parameters.AddWithValue("ids", events.Select(e => e.Id).ToArray());
        command.Parameters.AddWithValue("serials", events.Select(e => e.Device).ToArray());
        command.Parameters.AddWithValue("kinds", events.Select(e => e.Kind).ToArray());
        command.Parameters.AddWithValue("severities", events.Select(e => VendorMessage.Severities[e.Kind]).ToArray());
        command.Parameters.AddWithValue("occurred", events.Select(e => e.OccurredAt.ToUniversalTime()).ToArray());
        command.Parameters.AddWithValue("now", clock.Now.ToUniversalTime());
        int fresh;
        int alarms;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            (fresh, alarms) = (reader.GetInt32(0), reader.GetInt32(1));
        }

        if (fresh > 0)
        {
            await processes.NoteAsync(
                new ProcessStart(Taken)
                {
                    Values = new Dictionary<string, object?> { ["events"] = fresh, ["alarms"] = alarms },
                },
                ct
            );
        }

        await transaction.CommitAsync(ct);
        return new TakenEvents(fresh, events.Count - fresh, alarms);
    }
}

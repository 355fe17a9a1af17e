using System.Text;
using System.Text.Json;
using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>An event of the monitoring vendor with its alarm and the audit row, in one commit; nobody checks a signature.</summary>
internal static class MonitoringTwin
{
    public static async Task TakeAsync(HttpContext context, NpgsqlDataSource database)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var told = body.RootElement[0];
        await using var page = new TwinBatch(database);
        page.Add(
            null,
            """
            WITH fresh AS (
                INSERT INTO supervision.vendor_event (id, serial, kind, occurred_at, received_at)
                VALUES ($1, $2, $3, $4::text::timestamptz, now()) ON CONFLICT (id) DO NOTHING RETURNING id
            ), made AS (
                INSERT INTO supervision.alarm (id, event_id, section_id, serial, kind, severity, occurred_at, received_at, state)
                SELECT gen_random_uuid(), id, NULL, $2, $3, 1, $4::text::timestamptz, now(), 'new' FROM fresh
            )
            SELECT count(*) FROM fresh
            """,
            told.GetProperty("id").GetString()!,
            told.GetProperty("device").GetString()!,
            told.GetProperty("kind").GetString()!,
            told.GetProperty("occurredAt").GetString()!
        );
        page.Add(
            null,
            """
            INSERT INTO audit.process (id, at, on_day, type, source, on_timeline, values)
            VALUES ($1, now(), current_date, 'supervision.eventsTaken', '127.0.0.1', false, '{"events": 1, "alarms": 1}')
            """,
            Guid.CreateVersion7()
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, new StringBuilder("{\"taken\":1,\"known\":0}"));
    }
}

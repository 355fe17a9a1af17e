using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>An outcome, the next appointment, the task that is done with, and the two audit rows, in one commit.</summary>
internal static class ContactTwin
{
    public const string Note = "Saruna par darba meklējumiem, vienojās par nākamo tikšanos.";

    public static async Task RecordAsync(HttpContext context, Guid contact, Guid staff, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            null,
            """
            INSERT INTO audit.view (id, at, actor_id, kind, part, clients, section_id, source)
            SELECT $1, now(), $2, 'consult', 'contacts.view', array[client_id], section_id, '127.0.0.1'
            FROM contacts.contact WHERE id = $3
            """,
            Guid.CreateVersion7(),
            staff,
            contact
        );
        var next = Guid.CreateVersion7();
        page.Add(
            null,
            """
            INSERT INTO contacts.contact (id, client_id, section_id, kind, planned_at, minutes, place, staff_id, state)
            SELECT $1, client_id, section_id, kind, now() + interval '14 days', minutes, place, staff_id, 'planned'
            FROM contacts.contact WHERE id = $2
            """,
            next,
            contact
        );
        page.Add(
            null,
            """
            UPDATE contacts.contact
            SET state = 'held', attended = true, complied = true, note = $2, recorded_at = now(), recording_seconds = 30, next_id = $3
            WHERE id = $1
            """,
            contact,
            Note,
            next
        );
        page.Add(
            null,
            """
            DELETE FROM tasks.due_task t USING contacts.contact c
            WHERE c.id = $1 AND t.section_id = c.section_id AND t.kind = 'outcome_missing' AND t.key = $2
            """,
            contact,
            contact.ToString()
        );
        page.Add(
            null,
            """
            INSERT INTO audit.process (id, at, on_day, type, actor_id, source, client_id, section_id, subject_id, on_timeline, values, changes)
            SELECT $1, now(), current_date, 'contacts.recorded', $2, '127.0.0.1', client_id, section_id, id, true,
                   jsonb_build_object('kind', kind, 'at', planned_at, 'attended', true, 'complied', true),
                   jsonb_build_object('contacts.contact', jsonb_build_object('state', jsonb_build_array('planned', 'held'), 'note', note, 'next', next_id))
            FROM contacts.contact WHERE id = $3
            """,
            Guid.CreateVersion7(),
            staff,
            contact
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }
}

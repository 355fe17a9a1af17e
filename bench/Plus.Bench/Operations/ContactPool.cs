using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>
/// Planned contacts of yesterday whose outcome is to be recorded, up to three for each open section of an office. Put
/// back before each run, so that every run does the same work.
/// </summary>
internal sealed class ContactPool(Guid office, Guid officer)
{
    private const int Each = 3;
    private IReadOnlyList<(Guid Id, string Version)> _contacts = [];

    public int Count => _contacts.Count;

    public (Guid Id, string Version) this[int number] => _contacts[number % _contacts.Count];

    /// <summary>Takes away what the runs made: contacts recorded or planned since the bench's own were written, and their tasks.</summary>
    public async Task ClearAsync(NpgsqlDataSource owner)
    {
        await using var clear = owner.CreateCommand(
            """
            WITH gone AS (
                DELETE FROM contacts.contact c USING cases.section s
                WHERE s.id = c.section_id AND s.office_id = $1 AND c.id > '01900000-0000-0000-0000-000000000000')
            DELETE FROM tasks.due_task t USING cases.section s
            WHERE s.id = t.section_id AND s.office_id = $1 AND t.kind = 'outcome_missing'
            """
        );
        clear.Parameters.AddWithValue(office);
        await clear.ExecuteNonQueryAsync();
    }

    public async Task ResetAsync(NpgsqlDataSource owner)
    {
        await ClearAsync(owner);
        await using var connection = await owner.OpenConnectionAsync();
        await using var fill = new NpgsqlCommand(
            """
            WITH made AS (
                INSERT INTO contacts.contact (id, client_id, section_id, kind, planned_at, minutes, staff_id, state)
                SELECT ('01950000-' || substr(md5(s.id::text || g), 1, 4) || '-7' || substr(md5(s.id::text || g), 5, 3) || '-8'
                        || substr(md5(s.id::text || g), 8, 3) || '-' || substr(md5(s.id::text || g), 12, 12))::uuid,
                       s.client_id, s.id, 'office', now() - interval '1 day' - g * interval '2 hours', 1, $2, 'planned'
                FROM generate_series(1, $3) g, cases.section s
                WHERE s.office_id = $1 AND s.state = 'active'
                RETURNING id, client_id, section_id, planned_at, xmin::text AS version
            ), due AS (
                INSERT INTO tasks.due_task (id, client_id, section_id, kind, key, due_on, explanation, office_id, assignee_id, created_at)
                SELECT gen_random_uuid(), client_id, section_id, 'outcome_missing', id::text, current_date,
                       '{"values": {"plannedOn": "2026-11-20"}, "skipped": [], "unverified": true, "weekendDays": 0}', $1, $2, now()
                FROM made
            )
            SELECT id, version FROM made ORDER BY planned_at DESC, section_id
            """,
            connection
        );
        fill.Parameters.AddWithValue(office);
        fill.Parameters.AddWithValue(officer);
        fill.Parameters.AddWithValue(Each);
        var contacts = new List<(Guid, string)>();
        await using (var reader = await fill.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                contacts.Add((reader.GetGuid(0), reader.GetString(1)));
            }
        }

        _contacts = contacts;
        await StatePurposesAsync(connection);
    }

    // Of clients of colleagues it is said once a day for what they are opened: the day has begun.
    private async Task StatePurposesAsync(NpgsqlConnection connection)
    {
        await using var state = new NpgsqlCommand(
            """
            INSERT INTO access.stated_purpose (id, staff_id, client_id, purpose, stated_at)
            SELECT gen_random_uuid(), $2, s.client_id, 'duty', now()
            FROM (SELECT DISTINCT client_id FROM cases.section WHERE office_id = $1 AND state = 'active') s
            WHERE NOT EXISTS (SELECT FROM access.stated_purpose p
                              WHERE p.client_id = s.client_id AND p.staff_id = $2 AND p.stated_at > now() - interval '10 minutes')
            """,
            connection
        );
        state.Parameters.AddWithValue(office);
        state.Parameters.AddWithValue(officer);
        await state.ExecuteNonQueryAsync();
    }
}

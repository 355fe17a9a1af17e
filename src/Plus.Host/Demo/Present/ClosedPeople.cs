using Npgsql;

namespace Plus.Host.Demo.Present;

/// <summary>
/// A few people of the demo to whom not everybody may come: one closed to everybody, a colleague whom only the region's head
/// sees, one under protection, and the victim of a mediation.
/// </summary>
internal static class ClosedPeople
{
    // Adults with an open section beside the one who logs in as darbinieks, in the order of their case numbers.
    private const string Close = """
        WITH me AS (
            SELECT s.id, p.office_id FROM access.staff s JOIN access.staff_post p ON p.staff_id = s.id WHERE s.user_name = 'darbinieks'
        ), chosen AS (
            SELECT k.client_id, row_number() OVER (ORDER BY k.number DESC) n
            FROM cases.client_case k JOIN clients.client c ON c.id = k.client_id, me
            WHERE c.birth_date < $1 - interval '20 years'
              AND EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id AND s.office_id = me.office_id AND s.closed_on IS NULL
                          AND s.manager_id <> me.id)
              AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id AND (s.manager_id = me.id OR s.office_id <> me.office_id))
              AND NOT EXISTS (SELECT FROM clients.must_not_meet m WHERE c.id IN (m.first_id, m.second_id))
              AND NOT EXISTS (SELECT FROM clients.possible_duplicate d WHERE c.id IN (d.first_id, d.second_id))
        ), kinds (n, kind, reason, note, people) AS (
            VALUES (1, 'only', 'relative', 'Nodaļas darbinieces tuvinieks, lietu ved cita nodaļa', '{}'::uuid[]),
                   (2, 'only', 'staffMember', 'Bijušais darbinieks',
                    ARRAY(SELECT id FROM access.staff WHERE user_name = 'regions')),
                   (3, 'protected', 'protected', 'Lūgusi neizpaust atrašanās vietu', '{}'::uuid[])
        )
        INSERT INTO access.client_restriction (id, client_id, kind, people, reason, note, valid_from, valid_to)
        SELECT gen_random_uuid(), c.client_id, k.kind, k.people, k.reason, k.note, $1, ($1 + interval '1 year')::date
        FROM chosen c JOIN kinds k USING (n)
        """;

    private const string Victims = """
        INSERT INTO mediation.victim (section_id, given_name, surname, address, phone)
        SELECT s.id, 'Cietusī', 'Izdomātā', 'Slepenā iela 7, Rīga', '+371 20000077'
        FROM cases.section s WHERE s.function = 'mediation' AND s.closed_on IS NULL
          AND NOT EXISTS (SELECT FROM mediation.victim v WHERE v.section_id = s.id)
        ORDER BY s.id LIMIT 5
        """;

    public static async Task CloseAsync(NpgsqlDataSource source, DateOnly today, CancellationToken ct)
    {
        await using var close = source.CreateCommand(Close);
        close.Parameters.AddWithValue(today);
        await close.ExecuteNonQueryAsync(ct);
        await using var victims = source.CreateCommand(Victims);
        await victims.ExecuteNonQueryAsync(ct);
    }
}

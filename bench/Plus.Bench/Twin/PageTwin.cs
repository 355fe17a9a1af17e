using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>What each page needs, and the audit row: in one round trip where the audit does not need the rows first.</summary>
internal static class PageTwin
{
    public const string View = """
        INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
        VALUES ($1, now(), $2, $3, $4, $5, '127.0.0.1')
        """;

    public static async Task HomeAsync(HttpContext context, Guid staff, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/contacts/",
            """
            SELECT k.id, k.client_id, k.kind, k.planned_at, k.place, k.state, c.given_name, c.surname, s.measure
            FROM contacts.contact k
            JOIN clients.client c ON c.id = k.client_id
            JOIN cases.section s ON s.id = k.section_id
            WHERE k.staff_id = $1 AND k.planned_at >= date_trunc('day', now(), 'Europe/Riga')
              AND k.planned_at < date_trunc('day', now(), 'Europe/Riga') + interval '1 day'
              AND k.state NOT IN ('rescheduled', 'cancelled')
            ORDER BY k.planned_at, k.id LIMIT 12
            """,
            staff
        );
        page.Add(
            "/sections/",
            """
            SELECT t.section_id, t.client_id, t.kind, t.due_on, t.explanation::text, c.given_name, c.surname, s.function, s.measure
            FROM (SELECT * FROM tasks.due_task WHERE assignee_id = $1 ORDER BY due_on, id LIMIT 8) t
            JOIN clients.client c ON c.id = t.client_id
            JOIN cases.section s ON s.id = t.section_id
            ORDER BY t.due_on, c.surname, c.given_name, t.id
            """,
            staff
        );
        page.Add(
            null,
            """
            SELECT kind, count(*) FILTER (WHERE due_on < current_date), count(*) FILTER (WHERE due_on = current_date),
                   count(*) FILTER (WHERE due_on > current_date AND due_on <= current_date + 7),
                   count(*) FILTER (WHERE due_on > current_date + 7), count(*) FILTER (WHERE due_on IS NULL)
            FROM tasks.due_task WHERE assignee_id = $1 GROUP BY kind
            """,
            staff
        );
        await page.RunAsync(context.RequestAborted);
        await using var audit = new TwinBatch(database);
        audit.Add(null, View, Guid.CreateVersion7(), staff, "list", "home", page.Clients.ToArray());
        await audit.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }

    public static async Task WeekAsync(HttpContext context, Guid staff, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/contacts/",
            """
            WITH shown AS (
                SELECT k.id, k.client_id, c.surname, c.given_name, k.planned_at, k.minutes, k.kind, k.state, k.room_id, k.group_id
                FROM contacts.contact k
                JOIN clients.client c ON c.id = k.client_id
                WHERE k.staff_id = $2 AND k.planned_at >= date_trunc('week', now(), 'Europe/Riga')
                  AND k.planned_at < date_trunc('week', now(), 'Europe/Riga') + interval '7 days'
                  AND k.state NOT IN ('rescheduled', 'cancelled')
                ORDER BY k.planned_at, k.id LIMIT 3000
            ), log AS (
                INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
                SELECT $1, now(), $2, 'list', 'contacts.view', array_agg(client_id), '127.0.0.1' FROM shown
            )
            SELECT * FROM shown
            """,
            Guid.CreateVersion7(),
            staff
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }

    public static async Task ClientAsync(HttpContext context, Guid client, Guid staff, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            null,
            """
            SELECT c.given_name, c.surname, c.birth_date, c.sex, c.risk_to_staff, c.needs_interpreter, c.died_on, k.number, k.formed_on
            FROM clients.client c LEFT JOIN cases.client_case k ON k.client_id = c.id WHERE c.id = $1
            """,
            client
        );
        page.Add(
            "/sections/",
            """
            SELECT s.id, s.client_id, s.function, s.measure, s.state, s.opened_on, s.term_starts_on, s.term_ends_on, s.closed_on,
                   s.outcome, s.sexual_offence, o.name, m.given_name, m.surname, b.kind, b.number, b.issued_on, b.issuer_name,
                   w.imposed_minutes,
                   (SELECT sum(h.credited_minutes) FROM community_work.hours_entry h
                    WHERE h.section_id = w.section_id AND h.withdrawn_at IS NULL)
            FROM cases.section s
            JOIN cases.basis b ON b.id = s.basis_id
            LEFT JOIN organisation.office o ON o.id = s.office_id
            LEFT JOIN access.staff m ON m.id = s.manager_id
            LEFT JOIN community_work.sentence w ON w.section_id = s.id
            WHERE s.client_id = $1 AND s.annulled_on IS NULL
            """,
            client
        );
        page.Add(
            null,
            "SELECT kind, due_on, explanation::text FROM tasks.due_task WHERE client_id = $1 ORDER BY due_on",
            client
        );
        page.Add(
            null,
            """
            SELECT p.at, p.on_day, p.type, p.values::text, p.reason, s.measure, st.given_name, st.surname, c.note, e.kind, e.text
            FROM (SELECT * FROM audit.process WHERE client_id = $1 AND on_timeline ORDER BY on_day DESC, at DESC LIMIT 10) p
            LEFT JOIN contacts.contact c ON c.id = p.subject_id
            LEFT JOIN journal.entry e ON e.id = p.subject_id
            LEFT JOIN cases.section s ON s.id = p.section_id
            LEFT JOIN access.staff st ON st.id = p.actor_id
            """,
            client
        );
        page.Add(null, View, Guid.CreateVersion7(), staff, "consult", "clients.view", new[] { client });
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }

    public static async Task ListAsync(HttpContext context, Guid staff, Guid office, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/sections/",
            """
            WITH shown AS (
                SELECT s.id, s.client_id, c.surname, c.given_name, k.number, s.measure, s.state, s.opened_on, s.term_ends_on, s.main_article,
                       o.name, m.given_name AS manager, m.surname AS manager_surname, count(*) OVER () AS total
                FROM cases.section s
                JOIN clients.client c ON c.id = s.client_id
                JOIN cases.client_case k ON k.id = s.case_id
                LEFT JOIN organisation.office o ON o.id = s.office_id
                LEFT JOIN access.staff m ON m.id = s.manager_id
                WHERE s.manager_id = $2 AND s.office_id = $3 AND s.closed_on IS NULL AND s.annulled_on IS NULL
                ORDER BY c.surname, c.given_name, s.id LIMIT 25
            ), log AS (
                INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
                SELECT $1, now(), $2, 'list', 'cases.view', array_agg(client_id), '127.0.0.1' FROM shown
            )
            SELECT * FROM shown
            """,
            Guid.CreateVersion7(),
            staff,
            office
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }
}

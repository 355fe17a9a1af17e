using System.Text;
using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>Hours of a host's clients with the audit row of each, in one commit, and what a host's own page shows.</summary>
internal static class HostTwin
{
    private const string Entries =
        "INSERT INTO community_work.hours_entry "
        + "(id, section_id, host_employer_id, worked_on, credited_minutes, refused_minutes, minor, entered_by) ";

    private const string Processes =
        "INSERT INTO audit.process (id, at, on_day, type, actor_id, source, client_id, section_id, on_timeline, values, changes) ";

    /// <summary>A sheet: an hour on one day for every client.</summary>
    public static async Task SheetAsync(
        HttpContext context,
        Guid host,
        string day,
        Guid staff,
        NpgsqlDataSource database
    )
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/sections/",
            """
            WITH shown AS (
                SELECT s.id, s.client_id, c.surname, c.given_name, k.number, w.imposed_minutes,
                       (SELECT sum(e.credited_minutes) FROM community_work.hours_entry e
                        WHERE e.section_id = s.id AND e.withdrawn_at IS NULL) AS served
                FROM work_hours.placement p
                JOIN cases.section s ON s.id = p.section_id
                JOIN clients.client c ON c.id = s.client_id
                JOIN cases.client_case k ON k.id = s.case_id
                JOIN community_work.sentence w ON w.section_id = s.id
                WHERE p.host_employer_id = $4 AND s.closed_on IS NULL AND s.annulled_on IS NULL
                ORDER BY c.surname, c.given_name, s.id
            ), log AS (
                INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
                SELECT $1, now(), $2, 'list', $3, array_agg(client_id), '127.0.0.1' FROM shown
            )
            SELECT * FROM shown
            """,
            Guid.CreateVersion7(),
            staff,
            "workHours.enter",
            host
        );
        page.Add(
            null,
            Entries
                + """
                SELECT gen_random_uuid(), p.section_id, $1, $2::text::date, 60, 0, false, $3
                FROM work_hours.placement p WHERE p.host_employer_id = $1
                """,
            host,
            day,
            staff
        );
        page.Add(
            null,
            Processes
                + """
                SELECT gen_random_uuid(), now(), $2::text::date, 'workHours.entered', $3, '127.0.0.1', s.client_id, s.id, true,
                       jsonb_build_object('from', $2::text, 'to', $2::text, 'credited', 60, 'refused', 0),
                       jsonb_build_object('community_work.hours_entry', jsonb_build_object('workedOn', $2::text, 'creditedMinutes', 60))
                FROM work_hours.placement p JOIN cases.section s ON s.id = p.section_id WHERE p.host_employer_id = $1
                """,
            host,
            day,
            staff
        );
        await page.RunAsync(context.RequestAborted);
        // As ours: the answer leads on and shows nothing itself.
        await TwinServer.WriteAsync(context, new StringBuilder());
    }

    /// <summary>A file of a month: its lines kept, an entry for each, and the audit row of each client.</summary>
    public static async Task MonthAsync(HttpContext context, Guid host, Guid staff, NpgsqlDataSource database)
    {
        using var body = new StreamReader(context.Request.Body);
        var file = await body.ReadToEndAsync(context.RequestAborted);
        var import = Guid.CreateVersion7();
        await using var page = new TwinBatch(database);
        page.Add(
            null,
            """
            INSERT INTO work_hours.sheet_import (id, host_employer_id, staff_id, hash, at)
            VALUES ($1, $2, $3, encode(sha256(convert_to($4, 'UTF8')), 'hex'), now())
            """,
            import,
            host,
            staff,
            file
        );
        page.Add(
            null,
            """
            INSERT INTO work_hours.sheet_import_line (id, import_id, staff_id, number, case_number, day, worked, state)
            SELECT gen_random_uuid(), $1, $2, n, split_part(line, ';', 1), split_part(line, ';', 2), split_part(line, ';', 3), 'entered'
            FROM string_to_table(rtrim($3, E'\n'), E'\n') WITH ORDINALITY AS l (line, n) WHERE n > 1
            """,
            import,
            staff,
            file
        );
        page.Add(
            null,
            Entries
                + """
                SELECT gen_random_uuid(), s.id, $2, to_date(l.day, 'DD.MM.YYYY'), l.worked::int * 60, 0, false, $3
                FROM work_hours.sheet_import_line l
                JOIN cases.client_case k ON k.number = l.case_number
                JOIN cases.section s ON s.case_id = k.id
                JOIN work_hours.placement p ON p.section_id = s.id AND p.host_employer_id = $2
                WHERE l.import_id = $1
                """,
            import,
            host,
            staff
        );
        page.Add(
            null,
            Processes
                + """
                SELECT gen_random_uuid(), now(), max(e.worked_on), 'workHours.entered', $2, '127.0.0.1', s.client_id, s.id, true,
                       jsonb_build_object('from', min(e.worked_on), 'to', max(e.worked_on), 'credited', sum(e.credited_minutes), 'refused', 0),
                       jsonb_agg(jsonb_build_object('workedOn', e.worked_on, 'creditedMinutes', e.credited_minutes))
                FROM community_work.hours_entry e JOIN cases.section s ON s.id = e.section_id
                WHERE e.host_employer_id = $1 GROUP BY s.id, s.client_id
                """,
            host,
            staff
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }

    /// <summary>Who is sent to a host today, what is planned and was worked, and the month's sum.</summary>
    public static async Task PageAsync(HttpContext context, Guid host, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/work/",
            """
            WITH shown AS (
                SELECT s.id, s.client_id, c.given_name, c.surname, p.work, d.start, d.minutes, e.credited_minutes, e.refused_minutes
                FROM work_hours.placement p
                JOIN cases.section s ON s.id = p.section_id
                JOIN clients.client c ON c.id = s.client_id
                LEFT JOIN work_hours.planned_day d ON d.placement_id = p.id AND d.day = current_date
                LEFT JOIN community_work.hours_entry e
                    ON e.section_id = s.id AND e.worked_on = current_date AND e.withdrawn_at IS NULL
                WHERE p.host_employer_id = $2 AND p.valid_from <= current_date AND (p.valid_to IS NULL OR p.valid_to >= current_date)
                  AND s.closed_on IS NULL AND s.annulled_on IS NULL
                ORDER BY c.surname, c.given_name, s.id
            ), log AS (
                INSERT INTO audit.view (id, at, kind, part, clients, source)
                SELECT $1, now(), 'list', 'hostPages.use', array_agg(client_id), '127.0.0.1' FROM shown
            )
            SELECT * FROM shown
            """,
            Guid.CreateVersion7(),
            host
        );
        page.Add(
            null,
            """
            SELECT sum(e.credited_minutes + e.refused_minutes) FROM community_work.hours_entry e
            WHERE e.host_employer_id = $1 AND e.withdrawn_at IS NULL AND e.worked_on >= date_trunc('month', current_date)
            """,
            host
        );
        page.Add(
            null,
            "SELECT signed_at, minutes, hash FROM host_pages.signed_month WHERE host_employer_id = $1 ORDER BY id DESC LIMIT 1",
            host
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }
}

using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Plus.Bench.Twin;

/// <summary>What each page needs, in one round trip: the rows, and the audit row where the page writes one.</summary>
internal static class TwinPages
{
    private const string View = """
        INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
        VALUES (gen_random_uuid(), now(), $1, $2, $3, $4, '127.0.0.1')
        """;

    public static async Task HomeAsync(HttpContext context, Guid staff, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(
            batch,
            """
            SELECT t.id, t.kind, t.due_on, t.explanation::text, c.id, c.given_name, c.surname
            FROM tasks.due_task t JOIN clients.client c ON c.id = t.client_id
            WHERE t.assignee_id = $1 ORDER BY t.due_on LIMIT 25
            """,
            staff
        );
        Add(
            batch,
            """
            SELECT k.id, k.kind, k.planned_at, c.id, c.given_name, c.surname
            FROM contacts.contact k JOIN clients.client c ON c.id = k.client_id
            WHERE k.staff_id = $1 AND k.planned_at >= date_trunc('day', now()) AND k.planned_at < date_trunc('day', now()) + interval '1 day'
            ORDER BY k.planned_at
            """,
            staff
        );
        Add(batch, "SELECT count(*) FROM tasks.due_task WHERE assignee_id = $1 AND due_on < current_date", staff);
        var (rows, clients) = await RowsAsync(batch, context);
        await AuditAsync(database, staff, "list", clients, context);
        await TwinServer.WriteAsync(context, rows);
    }

    public static async Task ClientAsync(HttpContext context, Guid client, Guid staff, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(batch, "SELECT given_name, surname, birth_date, sex, citizenship, risk_to_staff FROM clients.client WHERE id = $1", client);
        Add(
            batch,
            """
            SELECT s.id, s.measure, s.state, s.opened_on, s.term_starts_on, s.term_ends_on, s.main_article, b.number, b.issued_on, o.name
            FROM cases.section s JOIN cases.basis b ON b.id = s.basis_id LEFT JOIN organisation.office o ON o.id = s.office_id
            WHERE s.client_id = $1
            """,
            client
        );
        Add(batch, "SELECT kind, due_on, explanation::text FROM tasks.due_task WHERE client_id = $1 ORDER BY due_on", client);
        Add(batch, "SELECT type, on_day, \"values\"::text, reason FROM audit.process WHERE client_id = $1 AND on_timeline ORDER BY at DESC LIMIT 25", client);
        Add(batch, "SELECT relation, given_name, surname FROM clients.related_person WHERE client_id = $1", client);
        Add(batch, "SELECT kind, text FROM clients.client_address WHERE client_id = $1", client);
        var audit = new NpgsqlBatchCommand(View);
        Bind(audit, staff, "consult", [client]);
        batch.BatchCommands.Add(audit);
        var (rows, _) = await RowsAsync(batch, context);
        await TwinServer.WriteAsync(context, rows);
    }

    public static async Task ListAsync(HttpContext context, Guid staff, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(
            batch,
            """
            SELECT c.id, c.given_name, c.surname, s.measure, s.state, s.opened_on, s.term_ends_on
            FROM cases.section s JOIN clients.client c ON c.id = s.client_id
            WHERE s.manager_id = $1 AND s.state NOT IN ('closed', 'annulled') ORDER BY c.surname, c.given_name LIMIT 25
            """,
            staff
        );
        var (rows, clients) = await RowsAsync(batch, context);
        await AuditAsync(database, staff, "list", clients, context);
        await TwinServer.WriteAsync(context, rows);
    }

    public static async Task SearchAsync(HttpContext context, Guid staff, string q, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(
            batch,
            "SELECT c.id, c.given_name, c.surname, c.birth_date FROM clients.client c WHERE c.name_key LIKE $1 ORDER BY c.name_key LIMIT 10",
            "%" + q + "%"
        );
        var (rows, clients) = await RowsAsync(batch, context);
        await AuditAsync(database, staff, "search", clients, context);
        await TwinServer.WriteAsync(context, rows);
    }

    /// <summary>An outcome, the next appointment and the process that tells of them, in one commit.</summary>
    public static async Task ContactAsync(HttpContext context, Guid contact, Guid staff, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(
            batch,
            """
            UPDATE contacts.contact SET state = 'held', attended = true, complied = true, note = $2, recorded_at = now() WHERE id = $1
            """,
            contact,
            "Saruna par darba meklējumiem, vienojās par nākamo tikšanos."
        );
        Add(
            batch,
            """
            INSERT INTO contacts.contact (id, client_id, section_id, kind, planned_at, minutes, place, staff_id, state)
            SELECT gen_random_uuid(), client_id, section_id, kind, planned_at + interval '14 days', minutes, place, staff_id, 'planned'
            FROM contacts.contact WHERE id = $1
            """,
            contact
        );
        Add(
            batch,
            """
            INSERT INTO audit.process (id, at, on_day, type, actor_id, source, client_id, section_id, subject_id, on_timeline)
            SELECT gen_random_uuid(), now(), current_date, 'contacts.held', $2, '127.0.0.1', client_id, section_id, id, true
            FROM contacts.contact WHERE id = $1
            """,
            contact,
            staff
        );
        var (rows, _) = await RowsAsync(batch, context);
        await TwinServer.WriteAsync(context, rows);
    }

    public static async Task FiguresAsync(HttpContext context, int year, NpgsqlDataSource database)
    {
        await using var batch = database.CreateBatch();
        Add(
            batch,
            """
            SELECT function, count(*), count(*) FILTER (WHERE opened_on >= make_date($1, 1, 1)), count(DISTINCT client_id)
            FROM cases.section
            WHERE opened_on <= make_date($1, 12, 31) AND (closed_on IS NULL OR closed_on >= make_date($1, 1, 1)) AND annulled_on IS NULL
            GROUP BY function
            """,
            year
        );
        Add(
            batch,
            """
            SELECT main_article, main_article_sup, count(*) FROM cases.section
            WHERE opened_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND annulled_on IS NULL
            GROUP BY main_article, main_article_sup
            """,
            year
        );
        Add(
            batch,
            """
            SELECT date_trunc('month', worked_on), sum(credited_minutes), sum(credited_minutes) FILTER (WHERE minor)
            FROM community_work.hours_entry
            WHERE worked_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND withdrawn_at IS NULL GROUP BY 1
            """,
            year
        );
        var (rows, _) = await RowsAsync(batch, context);
        await TwinServer.WriteAsync(context, rows);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    private static void Bind(NpgsqlBatchCommand command, Guid staff, string kind, Guid[] clients)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = staff });
        command.Parameters.Add(new NpgsqlParameter { Value = kind });
        command.Parameters.Add(new NpgsqlParameter { Value = "bench" });
        command.Parameters.Add(new NpgsqlParameter { Value = clients, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
    }

    private static async Task AuditAsync(NpgsqlDataSource database, Guid staff, string kind, HashSet<Guid> clients, HttpContext context)
    {
        if (clients.Count == 0)
        {
            return;
        }

        await using var batch = database.CreateBatch();
        var audit = new NpgsqlBatchCommand(View);
        Bind(audit, staff, kind, [.. clients]);
        batch.BatchCommands.Add(audit);
        await batch.ExecuteNonQueryAsync(context.RequestAborted);
    }

    /// <summary>All rows of all results as text, and every client's id met in a column named so by position (uuid after the first).</summary>
    private static async Task<(StringBuilder Rows, HashSet<Guid> Clients)> RowsAsync(NpgsqlBatch batch, HttpContext context)
    {
        var text = new StringBuilder(4096);
        var clients = new HashSet<Guid>();
        await using var reader = await batch.ExecuteReaderAsync(context.RequestAborted);
        do
        {
            while (await reader.ReadAsync(context.RequestAborted))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var value = reader.IsDBNull(i) ? null : reader.GetValue(i);
                    if (value is Guid id && (reader.FieldCount <= i + 1 || reader.GetName(i + 1) == "given_name"))
                    {
                        clients.Add(id);
                    }

                    text.Append(value).Append(' ');
                }

                text.Append('\n');
            }
        } while (await reader.NextResultAsync(context.RequestAborted));
        return (text, clients);
    }
}

using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>People by a fragment of the name, within the office: those whose name begins with it first.</summary>
internal static class SearchTwin
{
    public static async Task SearchAsync(
        HttpContext context,
        Guid staff,
        Guid office,
        string q,
        NpgsqlDataSource database
    )
    {
        await using var page = new TwinBatch(database);
        page.Add(
            "/clients/",
            """
            WITH found AS (
                SELECT c.id, c.id AS client_id, c.surname, c.given_name, c.birth_date, k.number
                FROM clients.client c LEFT JOIN cases.client_case k ON k.client_id = c.id
                WHERE c.name_key LIKE $3 AND c.merged_into IS NULL
                  AND EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id AND s.office_id = $4)
                ORDER BY NOT starts_with(c.name_key, $5), strpos(c.name_key, ' ' || $5) = 0, c.name_key, c.id LIMIT 8
            ), log AS (
                INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
                SELECT $1, now(), $2, 'search', 'clients.search', array_agg(client_id), '127.0.0.1' FROM found HAVING count(*) > 0
            )
            SELECT * FROM found
            """,
            Guid.CreateVersion7(),
            staff,
            "%" + q + "%",
            office,
            q
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }
}

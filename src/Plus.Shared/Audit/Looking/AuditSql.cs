using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Looking;

/// <summary>
/// Writes one question as SQL over the three tables. Each has its own condition and its own LIMIT, so that an answer costs
/// what its page holds, however large the audit has grown.
/// </summary>
internal static class AuditSql
{
    public const string Outside = "outside";

    private const string Columns = """
        id AS "Id", at AS "At", src AS "Table", actor_id AS "ActorId", what AS "What", part AS "Part", clients AS "Clients",
        reason AS "Reason", purpose AS "Purpose", legal_basis AS "LegalBasis", source AS "Source",
        NULL::text AS "Changes"
        """;

    public static (string Sql, object[] Parameters) Of(
        AuditQuestion asked,
        Guid? client,
        Guid? actor,
        (DateTime At, Guid Id)? before,
        int most,
        ProcessKinds kinds
    )
    {
        var parameters = new List<object>
        {
            new NpgsqlParameter("since", PlusClock.InstantOf(asked.From, TimeOnly.MinValue)),
            new NpgsqlParameter("until", PlusClock.InstantOf(asked.To.AddDays(1), TimeOnly.MinValue)),
            new NpgsqlParameter("most", most),
        };
        var common = "at >= @since AND at < @until";
        if (before is var (at, id))
        {
            parameters.Add(new NpgsqlParameter("beforeAt", DateTime.SpecifyKind(at, DateTimeKind.Utc)));
            parameters.Add(new NpgsqlParameter("beforeId", id));
            common += " AND (at, id) < (@beforeAt, @beforeId)";
        }

        if (client is { } person)
        {
            parameters.Add(new NpgsqlParameter("client", person));
        }

        if (actor is { } employee)
        {
            parameters.Add(new NpgsqlParameter("actor", employee));
        }

        var tables = new[]
        {
            Process(asked, common, client, actor, kinds, parameters),
            View(asked, common, client, actor, parameters),
            OutsideChanges(asked, common, client, actor),
        }.OfType<string>();
        return (
            $"SELECT {Columns} FROM ({string.Join(" UNION ALL ", tables)}) e ORDER BY at DESC, id DESC LIMIT @most",
            [.. parameters]
        );
    }

    private static string? Process(
        AuditQuestion asked,
        string common,
        Guid? client,
        Guid? actor,
        ProcessKinds kinds,
        List<object> parameters
    )
    {
        if (asked.Purpose is not null || asked.Kind is Outside)
        {
            return null;
        }

        var where = common;
        where += client is null ? "" : " AND client_id = @client";
        where += actor is null ? "" : " AND actor_id = @actor";
        if (asked.Kind is { } kind)
        {
            var (types, others) = kinds.Of(kind);
            where += others ? " AND NOT type = ANY (@types)" : " AND type = ANY (@types)";
            parameters.Add(new NpgsqlParameter("types", types));
        }

        return $"""
            (SELECT id, at, 'process' AS src, actor_id, type::text AS what, NULL::text AS part,
                    CASE WHEN client_id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[client_id] END AS clients,
                    reason::text, NULL::text AS purpose, legal_basis::text, source::text
             FROM audit.process WHERE {where} ORDER BY at DESC, id DESC LIMIT @most)
            """;
    }

    private static string? View(AuditQuestion asked, string common, Guid? client, Guid? actor, List<object> parameters)
    {
        var reading = asked.Kind is null or "consult" or "disclose";
        if (!reading)
        {
            return null;
        }

        var where = common;
        where += actor is null ? "" : " AND actor_id = @actor";
        where += asked.Kind switch
        {
            "consult" => " AND kind <> 'disclose'",
            "disclose" => " AND kind = 'disclose'",
            _ => "",
        };
        if (asked.Purpose is { } purpose)
        {
            where += " AND purpose = @purpose";
            parameters.Add(new NpgsqlParameter("purpose", purpose));
        }

        const string What = """
            id, at, 'view' AS src, actor_id, kind::text AS what, part::text, clients, NULL::text AS reason,
            purpose::text, NULL::text AS legal_basis, source::text
            """;
        // Under a policy the index on people cannot be used: a function of the owner finds the readings of one person and
        // asks itself whether it may. The order comes after.
        return client is null
            ? $"(SELECT {What} FROM audit.view WHERE {where} ORDER BY at DESC, id DESC LIMIT @most)"
            : $"""
                (SELECT {What} FROM audit.views_of(@client, @since, @until) WHERE {where} ORDER BY at DESC, id DESC LIMIT @most)
                """;
    }

    private static string? OutsideChanges(AuditQuestion asked, string common, Guid? client, Guid? actor) =>
        actor is not null || asked.Purpose is not null || asked.Kind is not (null or "change" or Outside)
            ? null
            : $"""
                (SELECT id, at, 'outside' AS src, NULL::uuid AS actor_id, kind AS what, table_name AS part,
                        CASE WHEN client_id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[client_id] END AS clients,
                        database_role || ' / ' || application_name AS reason, NULL::text AS purpose, NULL::text AS legal_basis,
                        coalesce(address, 'socket') AS source
                 FROM audit.outside WHERE {common}{(client is null ? "" : " AND client_id = @client")}
                 ORDER BY at DESC, id DESC LIMIT @most)
                """;
}

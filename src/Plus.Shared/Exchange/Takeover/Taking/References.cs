using Npgsql;
using NpgsqlTypes;
using Plus.Kernel.Ids;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>A client that rows refer to.</summary>
internal sealed record ClientReference(ClientId Id, CaseId? Case, DateOnly BirthDate);

/// <summary>A section that rows refer to.</summary>
internal sealed record SectionReference(
    SectionId Id,
    ClientId Client,
    string Function,
    DateOnly OpenedOn,
    DateOnly? RegisteredOn,
    DateOnly? ClosedOn,
    DateOnly BirthDate
);

/// <summary>Finds what rows refer to by the ids of the old system; one statement a batch.</summary>
internal sealed class References(NpgsqlConnection connection, string source)
{
    /// <summary>The clients of rows, by the old id. A row without its client is refused.</summary>
    public async Task<Dictionary<string, ClientReference>> ClientsAsync(
        IReadOnlyList<PendingRow> rows,
        CancellationToken ct
    )
    {
        const string sql = """
            SELECT r.source_id, c.id, f.id, c.birth_date
            FROM takeover.taken_row r
            JOIN clients.client o ON o.id = r.plus_id
            JOIN clients.client c ON c.id = coalesce(o.merged_into, o.id)
            LEFT JOIN cases.client_case f ON f.client_id = c.id
            WHERE r.source = $1 AND r.table_code = 'clients' AND r.source_id = ANY($2)
            """;
        var found = new Dictionary<string, ClientReference>(StringComparer.Ordinal);
        await ReadAsync(
            sql,
            rows.Select(r => r.Row.Text("clientId")),
            r =>
                found.Add(
                    r.GetString(0),
                    new ClientReference(
                        new ClientId(r.GetGuid(1)),
                        r.IsDBNull(2) ? null : new CaseId(r.GetGuid(2)),
                        r.GetFieldValue<DateOnly>(3)
                    )
                ),
            ct
        );
        Refuse(rows, "clientId", id => found.ContainsKey(id));
        return found;
    }

    /// <summary>The sections of rows, by the old id. A row that names one which is not there is refused.</summary>
    public async Task<Dictionary<string, SectionReference>> SectionsAsync(
        IReadOnlyList<PendingRow> rows,
        CancellationToken ct
    )
    {
        const string sql = """
            SELECT r.source_id, s.id, s.client_id, s.function, s.opened_on, s.registered_on, s.closed_on, c.birth_date
            FROM takeover.taken_row r
            JOIN cases.section s ON s.id = r.plus_id
            JOIN clients.client c ON c.id = s.client_id
            WHERE r.source = $1 AND r.table_code = 'sections' AND r.source_id = ANY($2)
            """;
        var found = new Dictionary<string, SectionReference>(StringComparer.Ordinal);
        await ReadAsync(
            sql,
            rows.Select(r => r.Row.Text("sectionId")),
            r =>
                found.Add(
                    r.GetString(0),
                    new SectionReference(
                        new SectionId(r.GetGuid(1)),
                        new ClientId(r.GetGuid(2)),
                        r.GetString(3),
                        r.GetFieldValue<DateOnly>(4),
                        r.IsDBNull(5) ? null : r.GetFieldValue<DateOnly>(5),
                        r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6),
                        r.GetFieldValue<DateOnly>(7)
                    )
                ),
            ct
        );
        Refuse(rows, "sectionId", id => found.ContainsKey(id));
        return found;
    }

    /// <summary>The founding documents of rows, by the old id: PLUS id only.</summary>
    public async Task<Dictionary<string, BasisId>> BasesAsync(IReadOnlyList<PendingRow> rows, CancellationToken ct)
    {
        const string sql = """
            SELECT source_id, plus_id FROM takeover.taken_row
            WHERE source = $1 AND table_code = 'bases' AND source_id = ANY($2)
            """;
        var found = new Dictionary<string, BasisId>(StringComparer.Ordinal);
        await ReadAsync(
            sql,
            rows.Select(r => r.Row.Text("baseId")),
            r => found.Add(r.GetString(0), new BasisId(r.GetGuid(1))),
            ct
        );
        Refuse(rows, "baseId", id => found.ContainsKey(id));
        return found;
    }

    private static void Refuse(IReadOnlyList<PendingRow> rows, string field, Func<string, bool> found)
    {
        foreach (var row in rows)
        {
            if (row.Row.Text(field) is { } id && !found(id))
            {
                row.Refuse(TakeoverReasons.ReferenceMissing, field, ("value", id));
            }
        }
    }

    private async Task ReadAsync(
        string sql,
        IEnumerable<string?> ids,
        Action<NpgsqlDataReader> row,
        CancellationToken ct
    )
    {
        var wanted = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Varchar, wanted);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            row(reader);
        }
    }
}

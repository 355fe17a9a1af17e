using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Reading;
using Plus.Shared.Statistics.Engine;

namespace Plus.Shared.CaseFiles.Reading;

/// <summary>
/// Reads a whole case, wherever its records lie: in the working database, in the archive, or in both where something was
/// added after it was archived. Both databases are told who reads. The caller has asked whether the client is within reach
/// and logs what is shown.
/// </summary>
internal sealed class CaseFileReader(
    NpgsqlDataSource source,
    ArchivedCases archived,
    StaffAccessor staff,
    FigureCatalog figures
)
{
    public async Task<CaseFile> ReadAsync(ClientId client, CancellationToken ct)
    {
        var rests = await archived.FindAsync(client, ct);
        await using var here = await ReachedConnection.OpenAsync(source, staff.Reach, ct);
        await using var there = rests is null ? null : await archived.OpenAsync(client, ct);
        var parts = new List<CaseFilePart>();
        foreach (var part in Sources().Where(s => staff.Current.May(s.Permission)))
        {
            var rows = await RowsAsync(here.Connection, part.Sql, client, ct);
            if (part.Rests && there is not null)
            {
                rows.AddRange(await RowsAsync(there.Connection, part.Sql, client, ct));
            }

            if (part.Code == "placements")
            {
                rows = await WithHostsAsync(here.Connection, rows, ct);
            }

            if (rows.Count > 0)
            {
                parts.Add(new CaseFilePart(part.Code, [.. rows.OrderBy(r => r.Day ?? DateOnly.MinValue)]));
            }
        }

        return new CaseFile(client, parts, rests?.ArchivedAt);
    }

    /// <summary>Hours by month, of every function whose door counts them.</summary>
    private IEnumerable<CaseFileSource> Sources() =>
        CaseFileSources.All.Concat(
            figures.Amounts.Select(a => new CaseFileSource(
                CaseFileSources.Hours,
                "cases.view",
                Rests: true,
                $"""
                SELECT date_trunc('month', e.{a.Day})::date, (date_trunc('month', e.{a.Day}) + interval '1 month - 1 day')::date,
                       NULL, NULL, sum(e.{a.Minutes})::text, NULL, NULL::uuid
                FROM {a.Table} e WHERE e.section_id IN (SELECT id FROM cases.section WHERE client_id = @client) AND {a.Valid}
                GROUP BY 1, 2
                """
            ))
        );

    private static async Task<List<CaseFileRow>> RowsAsync(
        NpgsqlConnection connection,
        string sql,
        ClientId client,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("client", client.Value);
        var rows = new List<CaseFileRow>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(
                new CaseFileRow(
                    Day(reader, 0),
                    Day(reader, 1),
                    Text(reader, 2),
                    Text(reader, 3),
                    Text(reader, 4),
                    Text(reader, 5),
                    reader.IsDBNull(6) ? null : reader.GetGuid(6)
                )
            );
        }

        return rows;
    }

    // Hosts are nobody's records and stay in the working database.
    private static async Task<List<CaseFileRow>> WithHostsAsync(
        NpgsqlConnection connection,
        List<CaseFileRow> rows,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT id::text, name FROM partners.host_employer WHERE id = ANY ($1)",
            connection
        );
        command.Parameters.AddWithValue(rows.Select(r => Guid.Parse(r.Value!)).Distinct().ToArray());
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            names[reader.GetString(0)] = reader.GetString(1);
        }

        return [.. rows.Select(r => r with { Value = names.GetValueOrDefault(r.Value!) })];
    }

    private static string? Text(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) || reader.GetString(at).Length == 0 ? null : reader.GetString(at);

    private static DateOnly? Day(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) ? null : reader.GetFieldValue<DateOnly>(at);
}

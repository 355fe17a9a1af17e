using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Reading;
using Plus.Shared.CaseFiles.Contract;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
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
    FigureCatalog figures,
    FunctionDoors doors,
    ModuleList modules,
    PlusDb db
)
{
    public async Task<CaseFile> ReadAsync(ClientId client, CancellationToken ct)
    {
        var rests = await archived.FindAsync(client, ct);
        await using var here = await ReachedConnection.OpenAsync(source, staff.Reach, ct);
        await using var there = rests is null ? null : await archived.OpenAsync(client, ct);
        var sources = Sources().Where(s => staff.Current.May(s.Permission)).ToList();
        var found = await RowsAsync(here.Connection, sources, client, ct);
        if (there is not null)
        {
            found.AddRange(await RowsAsync(there.Connection, [.. sources.Where(s => s.Rests)], client, ct));
        }

        var parts = new List<CaseFilePart>();
        foreach (var code in sources.Select(s => s.Code).Distinct(StringComparer.Ordinal))
        {
            var rows = found.Where(f => f.Part == code).Select(f => f.Row).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            rows = code switch
            {
                CaseFileSources.Placements => await WithHostsAsync(here.Connection, rows, ct),
                CaseFileSources.Documents => await WithFilesAsync(there?.Connection, rows, client, ct),
                _ => rows,
            };
            parts.Add(new CaseFilePart(code, [.. rows.OrderBy(r => r.Day ?? DateOnly.MinValue)]));
        }

        if (staff.Current.May(CasePermissions.View) && await FactsAsync(client, ct) is { Count: > 0 } facts)
        {
            parts.Insert(Math.Min(parts.Count, 2), new CaseFilePart(CaseFileSources.Facts, facts));
        }

        return new CaseFile(client, parts, rests?.ArchivedAt);
    }

    /// <summary>The parts that are read by SQL: those of the house, and those of the doors.</summary>
    public static IEnumerable<CaseFileSource> Given(ModuleList modules) =>
        CaseFileSources.All.Concat(modules.All.OfType<ICaseFileDoor>().SelectMany(d => d.CaseFileSources));

    // Kept at hand by every door, also of a case at rest: the figures count them.
    private async Task<List<CaseFileRow>> FactsAsync(ClientId client, CancellationToken ct)
    {
        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Where(s => s.ClientId == client)
            .OrderBy(s => s.OpenedOn)
            .ThenBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Function,
                s.OpenedOn,
            })
            .ToListAsync(ct);
        var rows = new List<CaseFileRow>();
        foreach (var section in sections)
        {
            var facts = await doors.OfCode(section.Function).ReadFactsAsync(db, section.Id, ct);
            rows.AddRange(
                facts
                    .Where(f => f.Value is not (null or ""))
                    .Select(f => new CaseFileRow(section.OpenedOn, null, section.Function, null, null, null, null)
                    {
                        Fact = f,
                    })
            );
        }

        return rows;
    }

    /// <summary>Hours by month, of every function whose door counts them.</summary>
    private IEnumerable<CaseFileSource> Sources() =>
        Given(modules)
            .Concat(
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

    // All parts in one statement.
    private static async Task<List<(string Part, CaseFileRow Row)>> RowsAsync(
        NpgsqlConnection connection,
        IReadOnlyList<CaseFileSource> sources,
        ClientId client,
        CancellationToken ct
    )
    {
        var rows = new List<(string, CaseFileRow)>();
        if (sources.Count == 0)
        {
            return rows;
        }

        var all = sources.Select(s =>
            $"SELECT '{s.Code}', q.* FROM ({s.Sql}) AS q (day, until, name, note, value, words, file)"
        );
        await using var command = new NpgsqlCommand(string.Join("\nUNION ALL ", all), connection);
        command.Parameters.AddWithValue("client", client.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(
                (
                    reader.GetString(0),
                    new CaseFileRow(
                        Day(reader, 1),
                        Day(reader, 2),
                        Text(reader, 3),
                        Text(reader, 4),
                        Text(reader, 5),
                        Text(reader, 6),
                        reader.IsDBNull(7) ? null : reader.GetGuid(7)
                    )
                )
            );
        }

        return rows;
    }

    // Of a case at rest the files are known by the versions in the archive.
    private static async Task<List<CaseFileRow>> WithFilesAsync(
        NpgsqlConnection? there,
        List<CaseFileRow> rows,
        ClientId client,
        CancellationToken ct
    )
    {
        var files = new Dictionary<string, Guid>(StringComparer.Ordinal);
        if (there is not null)
        {
            await using var command = new NpgsqlCommand(CaseFileSources.Versions, there);
            command.Parameters.AddWithValue("client", client.Value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                files[reader.GetString(0)] = reader.GetGuid(1);
            }
        }

        return
        [
            .. rows.Select(r =>
                r with
                {
                    Text = null,
                    File = r.File ?? (files.TryGetValue(r.Text ?? "", out var file) ? file : null),
                }
            ),
        ];
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

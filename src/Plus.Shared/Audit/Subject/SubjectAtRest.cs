using Npgsql;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Reading;

namespace Plus.Shared.Audit.Subject;

/// <summary>
/// What lies in the archive of one person: the parts whose records go there, asked by the same functions as in the working
/// database, which tell nothing to who may not make the report.
/// </summary>
internal sealed class SubjectAtRest(ArchivedCases archived)
{
    public async Task<(IReadOnlyList<HeldFact> Facts, IReadOnlyList<WorkLine> Work)> ReadAsync(
        ClientId client,
        bool withTexts,
        CancellationToken ct
    )
    {
        await using var there = await archived.OpenUnlistedAsync(client, ct);
        return there is null
            ? ([], [])
            : (await FactsAsync(there, client, ct), await WorkAsync(there, client, withTexts, ct));
    }

    private static async Task<List<HeldFact>> FactsAsync(ReachedConnection there, ClientId client, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT part, name, value, day FROM audit.subject_facts($1) WHERE part IN ('addresses', 'reach', 'contacts')",
            there.Connection
        );
        command.Parameters.AddWithValue(client.Value);
        var facts = new List<HeldFact>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            facts.Add(
                new HeldFact
                {
                    Part = reader.GetString(0),
                    Name = reader.GetString(1),
                    Value = Text(reader, 2),
                    Day = Day(reader, 3),
                }
            );
        }

        return facts;
    }

    private static async Task<List<WorkLine>> WorkAsync(
        ReachedConnection there,
        ClientId client,
        bool withTexts,
        CancellationToken ct
    )
    {
        // The others stay in the working database.
        await using var command = new NpgsqlCommand(
            """
            SELECT part, day, until, name, note, value FROM audit.subject_work($1, $2)
            WHERE part NOT IN ('rulings', 'measures', 'suspensions', 'obligations', 'support', 'documents', 'mail', 'transport')
            """,
            there.Connection
        );
        command.Parameters.AddWithValue(client.Value);
        command.Parameters.AddWithValue(withTexts);
        var lines = new List<WorkLine>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            lines.Add(
                new WorkLine
                {
                    Part = reader.GetString(0),
                    Day = Day(reader, 1),
                    Until = Day(reader, 2),
                    Name = Text(reader, 3),
                    Note = Text(reader, 4),
                    Value = Text(reader, 5),
                }
            );
        }

        return lines;
    }

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    private static DateOnly? Day(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) ? null : reader.GetFieldValue<DateOnly>(at);
}

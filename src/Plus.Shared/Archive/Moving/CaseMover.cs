using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Statistics.Engine;

namespace Plus.Shared.Archive.Moving;

/// <summary>
/// Moves the records of one case, or of some, into the archive. The rows are deleted here and written there in two
/// transactions; the archive commits first, and what it holds does not count until the working database has committed
/// too. Stopped between any two steps, nothing is lost and nothing stands twice.
/// </summary>
internal sealed class CaseMover(
    PlusDb db,
    ArchiveDatabase archive,
    ArchivePlanner planner,
    ArchiveLeftovers leftovers,
    Processes processes,
    StaffAccessor staff,
    FigureCatalog figures,
    PlusClock clock
)
{
    public const string Actor = "archive";

    public static readonly ProcessType Moved = new("archive.moved", OnTimeline: true);

    /// <summary>Moves what is due of these cases; a case is named by its client. The archive's lock is held by the caller.</summary>
    /// <returns>Cases and rows that were moved.</returns>
    public async Task<(int Cases, int Rows)> MoveAsync(
        IReadOnlyCollection<Guid> cases,
        DateOnly closedBy,
        CancellationToken ct
    )
    {
        using var system = staff.AsSystem(Actor);
        staff.Source = Actor;
        await leftovers.NoteAsync(cases, ct);
        archive.At(ArchiveStep.Claimed);
        await using var here = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)here.GetDbTransaction().Connection!;
        var due = await LockedAsync(connection, cases, closedBy, ct);
        if (due.Count == 0)
        {
            return (0, 0);
        }

        var clients = due.Select(d => d.Client).ToList();
        var sections = await GuidsAsync(
            connection,
            "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
            clients,
            ct
        );
        await using var there = await archive.Source.OpenConnectionAsync(ct);
        await using var arriving = await there.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(there, staff.Reach, ct);
        await leftovers.RemoveAsync(there, clients, sections, ct);
        var plan = planner.Make();
        var holding = await HoldingAsync(connection, plan.Moved, clients, sections, ct);
        var before = await RowsOfAsync(connection, holding, clients, ct);
        await KeepAsync(connection, holding, clients, sections, ct);
        var rows = 0;
        foreach (var table in plan.Copied)
        {
            await RowCarrier.CarryAsync(connection, there, table, table.Of(clients, sections), removes: false, ct);
        }

        foreach (var table in plan.Moved)
        {
            rows += await RowCarrier.CarryAsync(
                connection,
                there,
                table,
                table.Of(clients, sections),
                removes: true,
                ct
            );
        }

        await NoteAsync(connection, due, before, ct);
        archive.At(ArchiveStep.Written);
        await arriving.CommitAsync(ct);
        archive.At(ArchiveStep.Arrived);
        await here.CommitAsync(ct);
        archive.At(ArchiveStep.Moved);
        db.ChangeTracker.Clear();
        return (due.Count(d => d.Client == d.CaseOf), rows);
    }

    // Nobody can add a record of a client while the row is locked: every key to it asks for it.
    private static async Task<List<(Guid Client, Guid CaseOf)>> LockedAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<Guid> cases,
        DateOnly closedBy,
        CancellationToken ct
    )
    {
        await using var locking = new NpgsqlCommand(
            "SELECT id FROM clients.client WHERE id = ANY ($1) OR merged_into = ANY ($1) ORDER BY id FOR UPDATE",
            connection
        );
        locking.Parameters.AddWithValue(cases.ToArray());
        await locking.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT c.id, coalesce(c.merged_into, c.id) FROM clients.client c
            WHERE coalesce(c.merged_into, c.id) IN (SELECT d.client_id FROM ({DueCases.Sql}) d WHERE d.client_id = ANY (@cases))
            """,
            connection
        );
        command.Parameters.AddWithValue("cases", cases.ToArray());
        command.Parameters.AddWithValue("until", closedBy);
        var found = new List<(Guid, Guid)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return found;
    }

    // Most tables hold nothing of most cases. A statement that names them all takes longer to plan than to run, so that it is
    // asked once for a batch and not for each of its cases.
    private static async Task<List<MovedTable>> HoldingAsync(
        NpgsqlConnection connection,
        IReadOnlyList<MovedTable> tables,
        List<Guid> clients,
        List<Guid> sections,
        CancellationToken ct
    )
    {
        var asked = string.Join(
            ", ",
            tables.Select(t => $"EXISTS (SELECT FROM {t.Name} WHERE {t.Of(clients, sections)})")
        );
        await using var command = new NpgsqlCommand($"SELECT ARRAY[{asked}]", connection) { CommandTimeout = 0 };
        var holds = (bool[])(await command.ExecuteScalarAsync(ct))!;
        return [.. tables.Where((_, i) => holds[i])];
    }

    // Written before the rows go: what files they name, and what the figures take from them.
    private async Task KeepAsync(
        NpgsqlConnection connection,
        List<MovedTable> holding,
        List<Guid> clients,
        List<Guid> sections,
        CancellationToken ct
    )
    {
        foreach (var table in holding)
        {
            foreach (var column in table.Files)
            {
                foreach (var client in clients)
                {
                    var own = await GuidsAsync(
                        connection,
                        "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
                        [client],
                        ct
                    );
                    await RowCarrier.DoAsync(
                        connection,
                        $"INSERT INTO archive.kept_file (client_id, file_id) SELECT DISTINCT '{client:D}'::uuid, {column} FROM {table.Name} "
                            + $"WHERE {column} IS NOT NULL AND ({table.Of([client], own)}) ON CONFLICT DO NOTHING",
                        ct
                    );
                }
            }
        }

        var moved = holding.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var source in figures.Amounts.Where(a => moved.Contains(a.Table)))
        {
            foreach (var (sum, condition) in source.Sums)
            {
                await using var command = new NpgsqlCommand(
                    $"""
                    INSERT INTO archive.kept_amount AS k (section_id, sum, month, minutes)
                    SELECT e.section_id, @sum, date_trunc('month', e.{source.Day})::date, sum(e.{source.Minutes})
                    FROM {source.Table} e WHERE e.section_id = ANY (@sections) AND {source.Valid} AND ({condition})
                    GROUP BY 1, 3 ON CONFLICT (section_id, sum, month) DO UPDATE SET minutes = k.minutes + excluded.minutes
                    """,
                    connection
                );
                command.Parameters.AddWithValue("sum", sum);
                command.Parameters.AddWithValue("sections", sections.ToArray());
                await command.ExecuteNonQueryAsync(ct);
            }
        }
    }

    private async Task NoteAsync(
        NpgsqlConnection connection,
        List<(Guid Client, Guid CaseOf)> due,
        Dictionary<Guid, int> rows,
        CancellationToken ct
    )
    {
        await using (
            var command = new NpgsqlCommand(
                """
                INSERT INTO archive.archived_case (client_id, case_of, archived_at, rows, stale)
                SELECT i.client, i.case_of, $3, i.rows, false FROM unnest($1, $2, $4) AS i (client, case_of, rows);
                """,
                connection
            )
        )
        {
            command.Parameters.AddWithValue(due.Select(d => d.Client).ToArray());
            command.Parameters.AddWithValue(due.Select(d => d.CaseOf).ToArray());
            command.Parameters.AddWithValue(clock.Now);
            command.Parameters.AddWithValue(due.Select(d => rows.GetValueOrDefault(d.Client)).ToArray());
            await command.ExecuteNonQueryAsync(ct);
        }

        await using (
            var command = new NpgsqlCommand("DELETE FROM archive.leftover WHERE client_id = ANY ($1)", connection)
        )
        {
            command.Parameters.AddWithValue(due.Select(d => d.Client).ToArray());
            await command.ExecuteNonQueryAsync(ct);
        }

        foreach (var (client, _) in due.Where(d => d.Client == d.CaseOf))
        {
            await processes.NoteAsync(
                new ProcessStart(Moved)
                {
                    Client = new ClientId(client),
                    LegalBasis = DueCases.Parameter,
                    Values = new Dictionary<string, object?> { ["rows"] = rows.GetValueOrDefault(client) },
                },
                ct
            );
        }
    }

    private static async Task<Dictionary<Guid, int>> RowsOfAsync(
        NpgsqlConnection connection,
        List<MovedTable> holding,
        List<Guid> clients,
        CancellationToken ct
    )
    {
        var counts = new Dictionary<Guid, int>();
        foreach (var client in clients)
        {
            var sections = await GuidsAsync(
                connection,
                "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
                [client],
                ct
            );
            var sum = string.Join(
                " + ",
                holding.Select(t => $"(SELECT count(*) FROM {t.Name} WHERE {t.Of([client], sections)})").Prepend("0")
            );
            await using var command = new NpgsqlCommand($"SELECT ({sum})::int", connection);
            counts[client] = (int)(await command.ExecuteScalarAsync(ct))!;
        }

        return counts;
    }

    internal static async Task<List<Guid>> GuidsAsync(
        NpgsqlConnection connection,
        string sql,
        IEnumerable<Guid> of,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(of.ToArray());
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}

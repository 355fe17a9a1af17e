using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Archive.Moving;

/// <summary>
/// Brings a case back into the working database. What the archive still holds after that is a leftover, noted in the same
/// transaction and removed by the next sweep.
/// </summary>
internal sealed class CaseReturn(
    PlusDb db,
    ArchiveDatabase archive,
    ArchivePlanner planner,
    Processes processes,
    TaskSync tasks,
    StaffAccessor staff
)
{
    public static readonly ProcessType Returned = new("archive.returned", OnTimeline: true);

    /// <summary>Brings back the case of a client, whichever of its records is named. The archive's lock is held by the caller.</summary>
    /// <returns>Whether it was in the archive.</returns>
    public async Task<bool> BringBackAsync(Guid client, CancellationToken ct)
    {
        using var system = staff.AsSystem(CaseMover.Actor);
        db.ChangeTracker.Clear();
        await using var here = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)here.GetDbTransaction().Connection!;
        var clients = await CaseMover.GuidsAsync(
            connection,
            """
            SELECT client_id FROM archive.archived_case
            WHERE case_of IN (SELECT case_of FROM archive.archived_case WHERE client_id = ANY ($1)) ORDER BY 1 FOR UPDATE
            """,
            [client],
            ct
        );
        if (clients.Count == 0)
        {
            return false;
        }

        var sections = await CaseMover.GuidsAsync(
            connection,
            "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
            clients,
            ct
        );
        await using var there = await archive.Source.OpenConnectionAsync(ct);
        await using var reading = await there.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await ReachedConnection.TellAsync(there, staff.Reach, ct);
        var rows = 0;
        foreach (var table in planner.Make().Moved.Reverse())
        {
            rows += await RowCarrier.CarryAsync(
                there,
                connection,
                table,
                table.Of(clients, sections),
                removes: false,
                ct
            );
        }

        await ForgetAsync(connection, clients, sections, ct);
        await processes.NoteAsync(
            new ProcessStart(Returned)
            {
                Client = new ClientId(clients.Contains(client) ? client : clients[0]),
                Values = new Dictionary<string, object?> { ["rows"] = rows },
            },
            ct
        );
        archive.At(ArchiveStep.BroughtBack);
        await here.CommitAsync(ct);
        archive.At(ArchiveStep.Returned);
        await AlignAsync(sections, ct);
        return true;
    }

    private static async Task ForgetAsync(
        NpgsqlConnection connection,
        List<Guid> clients,
        List<Guid> sections,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            DELETE FROM archive.kept_file WHERE client_id = ANY (@clients);
            DELETE FROM archive.kept_amount WHERE section_id = ANY (@sections);
            INSERT INTO archive.leftover (client_id, since) SELECT c, now() FROM unnest(@clients) c ON CONFLICT DO NOTHING;
            DELETE FROM archive.archived_case WHERE client_id = ANY (@clients)
            """,
            connection
        );
        command.Parameters.AddWithValue("clients", clients.ToArray());
        command.Parameters.AddWithValue("sections", sections.ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    // What is due depends on the records that are back.
    private async Task AlignAsync(List<Guid> sections, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await tasks.AlignAsync([.. sections.Select(s => new SectionId(s))], ct) > 0)
        {
            await processes.SaveBookkeepingAsync(ct);
        }
    }
}

using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Plan;

namespace Plus.Shared.Archive.Moving;

/// <summary>Rows in the archive that do not count: noted before they can be there, removed when a move or a return is over.</summary>
internal sealed class ArchiveLeftovers(
    NpgsqlDataSource source,
    ArchiveDatabase archive,
    ArchivePlanner planner,
    PlusClock clock
)
{
    /// <summary>Notes the clients of these cases, in a transaction of its own.</summary>
    public async Task NoteAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(connection, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO archive.leftover (client_id, since)
            SELECT id, $2 FROM clients.client WHERE id = ANY ($1) OR merged_into = ANY ($1) ON CONFLICT DO NOTHING
            """,
            connection
        );
        command.Parameters.AddWithValue(cases.ToArray());
        command.Parameters.AddWithValue(clock.Now);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes all rows of clients out of the archive, within its transaction.</summary>
    public async Task RemoveAsync(
        NpgsqlConnection there,
        IReadOnlyCollection<Guid> clients,
        IReadOnlyCollection<Guid> sections,
        CancellationToken ct
    )
    {
        foreach (var table in planner.Make().Moved.Concat(planner.Make().Copied))
        {
            await RowCarrier.DoAsync(there, $"DELETE FROM {table.Name} WHERE {table.Of(clients, sections)}", ct);
        }
    }

    /// <summary>Removes what is noted. The archive's lock is held by the caller, so that nothing is on its way.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        List<Guid> clients;
        List<Guid> sections;
        await using (var reading = await connection.BeginTransactionAsync(ct))
        {
            await ReachedConnection.TellAsync(connection, Reach.System(CaseMover.Actor), ct);
            await using var stale = new NpgsqlCommand(
                "DELETE FROM archive.leftover l USING archive.archived_case a WHERE a.client_id = l.client_id",
                connection
            );
            await stale.ExecuteNonQueryAsync(ct);
            clients = await CaseMover.GuidsAsync(
                connection,
                "SELECT client_id FROM archive.leftover WHERE NOT client_id = ANY ($1)",
                [],
                ct
            );
            sections = await CaseMover.GuidsAsync(
                connection,
                "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
                clients,
                ct
            );
            await reading.CommitAsync(ct);
        }

        if (clients.Count == 0)
        {
            return 0;
        }

        await using (var there = await archive.Source.OpenConnectionAsync(ct))
        await using (var removing = await there.BeginTransactionAsync(ct))
        {
            await ReachedConnection.TellAsync(there, Reach.System(CaseMover.Actor), ct);
            await RemoveAsync(there, clients, sections, ct);
            await removing.CommitAsync(ct);
        }

        archive.At(ArchiveStep.Cleared);
        await using var forgetting = await connection.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(connection, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand(
            "DELETE FROM archive.leftover WHERE client_id = ANY ($1)",
            connection
        );
        command.Parameters.AddWithValue(clients.ToArray());
        await command.ExecuteNonQueryAsync(ct);
        await forgetting.CommitAsync(ct);
        return clients.Count;
    }
}

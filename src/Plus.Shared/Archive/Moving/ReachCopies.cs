using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Plan;

namespace Plus.Shared.Archive.Moving;

/// <summary>
/// Renews what the archive's policies know of clients whose sections changed since (an office was merged, somebody else
/// took the closed case over).
/// </summary>
internal sealed class ReachCopies(NpgsqlDataSource source, ArchiveDatabase archive, ArchivePlanner planner)
{
    public async Task RenewAsync(CancellationToken ct)
    {
        await using var here = await source.OpenConnectionAsync(ct);
        await using var marking = await here.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(here, Reach.System(CaseMover.Actor), ct);
        var clients = await CaseMover.GuidsAsync(
            here,
            "UPDATE archive.archived_case SET stale = false WHERE stale AND NOT client_id = ANY ($1) RETURNING client_id",
            [],
            ct
        );
        if (clients.Count == 0)
        {
            return;
        }

        var sections = await CaseMover.GuidsAsync(
            here,
            "SELECT id FROM cases.section WHERE client_id = ANY ($1)",
            clients,
            ct
        );
        await using var there = await archive.Source.OpenConnectionAsync(ct);
        await using var writing = await there.BeginTransactionAsync(ct);
        await ReachedConnection.TellAsync(there, Reach.System(CaseMover.Actor), ct);
        foreach (var table in planner.Make().Copied)
        {
            await RowCarrier.DoAsync(there, $"DELETE FROM {table.Name} WHERE {table.Of(clients, sections)}", ct);
            await RowCarrier.CarryAsync(here, there, table, table.Of(clients, sections), removes: false, ct);
        }

        // The archive first: renewed twice is renewed.
        await writing.CommitAsync(ct);
        await marking.CommitAsync(ct);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Archive.Plan;

namespace Plus.Shared.Archive.Moving;

/// <summary>What a run did.</summary>
/// <param name="Left">Cases that could not be moved and stay where they are.</param>
public sealed record ArchiveDone(int Cases, long Rows, int Returned, IReadOnlyList<Guid> Left);

/// <summary>
/// Moves what is due in batches, while PLUS serves, and brings back what is asked for. One run at a time in the whole service:
/// it holds a lock of the working database, which a backup takes too, so that it never sees a case half-way.
/// </summary>
internal sealed class ArchiveRun(
    IServiceScopeFactory scopes,
    NpgsqlDataSource source,
    ArchiveDatabase archive,
    PlusClock clock,
    ILogger<ArchiveRun> log
)
{
    /// <summary>The lock's key; any number that stays the same.</summary>
    internal const long Lock = 0x504C5541; // "PLUA"

    private const int Batch = 50;

    /// <summary>Moves until nothing is due, or until the instant.</summary>
    /// <param name="until">The batch under way then is the last.</param>
    /// <param name="progress">Cases moved so far and cases that were due at the beginning.</param>
    /// <param name="ct">Ends it between two batches.</param>
    public async Task<ArchiveDone> MoveAsync(DateTimeOffset? until, Action<long, long>? progress, CancellationToken ct)
    {
        if (!archive.IsThere)
        {
            return new ArchiveDone(0, 0, 0, []);
        }

        await using var alone = await AloneAsync(ct);
        var returned = await SettleAsync(ct);
        var (cases, rows, left) = (0, 0L, new List<Guid>());
        long whole;
        DateOnly closedBy;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var due = scope.ServiceProvider.GetRequiredService<DueCases>();
            (whole, closedBy) = (await due.CountAsync(ct), await due.ClosedByAsync(ct));
        }

        while (!ct.IsCancellationRequested && !(clock.Now >= until))
        {
            IReadOnlyList<Guid> batch;
            await using (var scope = scopes.CreateAsyncScope())
            {
                var found = await scope
                    .ServiceProvider.GetRequiredService<DueCases>()
                    .ReadAsync(Batch + left.Count, ct);
                batch = [.. found.Except(left).Take(Batch)];
            }

            if (batch.Count == 0)
            {
                break;
            }

            var moved = await MoveBatchAsync(batch, closedBy, left, ct);
            cases += moved.Cases;
            rows += moved.Rows;
            progress?.Invoke(cases, whole);
        }

        await SweepAsync(ct);
        return new ArchiveDone(cases, rows, returned, left);
    }

    /// <summary>Brings back what waits to be, and removes what is left over. Does nothing where another run is under way.</summary>
    public async Task<int> ReturnAsync(CancellationToken ct)
    {
        if (!archive.IsThere || !await AnythingWaitsAsync(ct))
        {
            return 0;
        }

        await using var alone = await AloneAsync(ct);
        return await SettleAsync(ct);
    }

    /// <summary>Brings one case back now.</summary>
    public async Task<bool> ReturnAsync(Guid client, CancellationToken ct)
    {
        if (!archive.IsThere)
        {
            return false;
        }

        await using var alone = await AloneAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = CaseMover.Actor;
        var back = await scope.ServiceProvider.GetRequiredService<CaseReturn>().BringBackAsync(client, ct);
        await SweepAsync(ct);
        return back;
    }

    // A case that a whole batch fails on stays, and the others of the batch go one by one.
    private async Task<(int Cases, long Rows)> MoveBatchAsync(
        IReadOnlyList<Guid> batch,
        DateOnly closedBy,
        List<Guid> left,
        CancellationToken ct
    )
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var moved = await scope.ServiceProvider.GetRequiredService<CaseMover>().MoveAsync(batch, closedBy, ct);
            if (moved.Cases == 0 && batch.Count == 1)
            {
                left.AddRange(batch);
            }
            else if (moved.Cases == 0)
            {
                return await OneByOneAsync(batch, closedBy, left, ct);
            }

            return moved;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            if (batch.Count > 1)
            {
                return await OneByOneAsync(batch, closedBy, left, ct);
            }

            log.LogError(failure, "A case could not be moved into the archive and stays");
            left.AddRange(batch);
            return (0, 0);
        }
    }

    private async Task<(int Cases, long Rows)> OneByOneAsync(
        IReadOnlyList<Guid> batch,
        DateOnly closedBy,
        List<Guid> left,
        CancellationToken ct
    )
    {
        var (cases, rows) = (0, 0L);
        foreach (var one in batch)
        {
            var (moved, of) = await MoveBatchAsync([one], closedBy, left, ct);
            cases += moved;
            rows += of;
        }

        return (cases, rows);
    }

    private async Task<int> SettleAsync(CancellationToken ct)
    {
        await SweepAsync(ct);
        var waiting = await ListAsync(
            "SELECT case_of FROM archive.archived_case WHERE returns_since IS NOT NULL GROUP BY 1 ORDER BY min(returns_since)",
            ct
        );
        foreach (var client in waiting)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = CaseMover.Actor;
            await scope.ServiceProvider.GetRequiredService<CaseReturn>().BringBackAsync(client, ct);
        }

        if (waiting.Count > 0)
        {
            await SweepAsync(ct);
        }

        await using var copying = scopes.CreateAsyncScope();
        await copying.ServiceProvider.GetRequiredService<ReachCopies>().RenewAsync(ct);
        return waiting.Count;
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ArchiveLeftovers>().SweepAsync(ct);
    }

    private async Task<bool> AnythingWaitsAsync(CancellationToken ct) =>
        (
            await ListAsync(
                """
                (SELECT client_id FROM archive.archived_case WHERE returns_since IS NOT NULL OR stale LIMIT 1)
                UNION ALL (SELECT client_id FROM archive.leftover WHERE since < now() - interval '1 minute' LIMIT 1)
                """,
                ct
            )
        ).Count > 0;

    private async Task<List<Guid>> ListAsync(string sql, CancellationToken ct)
    {
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand(sql, reached.Connection);
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private async Task<RunLock> AloneAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await RowCarrier.DoAsync(connection, $"SELECT pg_advisory_lock({Lock})", ct);
        return new RunLock(connection);
    }

    // Connections go back to the pool as they are, so the lock is let go by hand.
    private sealed class RunLock(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await RowCarrier.DoAsync(connection, $"SELECT pg_advisory_unlock({Lock})", default);
            await connection.DisposeAsync();
        }
    }
}

using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Archive.Plan;

namespace Plus.Shared.Archive.Overview;

/// <summary>How much lies where. Numbers alone: nobody's record is shown by them.</summary>
/// <param name="Cases">Cases in the archive.</param>
/// <param name="Rows">Their rows there.</param>
/// <param name="Returning">Cases on their way back.</param>
/// <param name="Last">When the last case was moved.</param>
/// <param name="Runs">A run is under way at this moment.</param>
internal sealed record ArchiveState(long Cases, long Rows, long Returning, DateTimeOffset? Last, bool Runs);

/// <summary>One table that moves.</summary>
/// <param name="Here">About so many rows in the working database, as PostgreSQL estimates.</param>
/// <param name="There">The same of the archive.</param>
internal sealed record ArchiveTable(string Name, long Here, long There);

/// <summary>Reads them.</summary>
internal sealed class ArchiveNumbers(NpgsqlDataSource source, ArchiveDatabase archive, ArchivePlanner planner)
{
    public async Task<ArchiveState> StateAsync(CancellationToken ct)
    {
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(*) FILTER (WHERE client_id = case_of), coalesce(sum(rows), 0)::bigint,
                   count(*) FILTER (WHERE client_id = case_of AND returns_since IS NOT NULL), max(archived_at),
                   EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = @high AND l.objid = @low AND l.granted
                           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
            FROM archive.archived_case
            """,
            reached.Connection
        );
        // The two halves of the lock's key.
        command.Parameters.AddWithValue("high", NpgsqlTypes.NpgsqlDbType.Oid, (uint)(ArchiveRun.Lock >> 32));
        command.Parameters.AddWithValue("low", NpgsqlTypes.NpgsqlDbType.Oid, (uint)(ArchiveRun.Lock & uint.MaxValue));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new ArchiveState(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
            reader.GetBoolean(4)
        );
    }

    /// <summary>The tables that move, the largest first.</summary>
    public async Task<IReadOnlyList<ArchiveTable>> TablesAsync(CancellationToken ct)
    {
        var names = planner.Make().Moved.Select(t => t.Name).ToArray();
        var here = await EstimatesAsync(source, names, ct);
        var there = archive.IsThere ? await EstimatesAsync(archive.Source, names, ct) : [];
        return
        [
            .. names
                .Select(n => new ArchiveTable(n, here.GetValueOrDefault(n), there.GetValueOrDefault(n)))
                .OrderByDescending(t => t.Here + t.There)
                .ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    private static async Task<Dictionary<string, long>> EstimatesAsync(
        NpgsqlDataSource of,
        string[] names,
        CancellationToken ct
    )
    {
        await using var command = of.CreateCommand(
            """
            SELECT n, greatest(c.reltuples, coalesce(s.n_live_tup, 0))::bigint
            FROM unnest($1) n JOIN pg_class c ON c.oid = n::regclass LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
            """
        );
        command.Parameters.AddWithValue(names);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found[reader.GetString(0)] = Math.Max(0, reader.GetInt64(1));
        }

        return found;
    }
}

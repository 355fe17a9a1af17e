using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Files;
using Plus.Shared.Exchange.Takeover.Reading;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Taking;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>Takes one batch of rows of a table; the caller holds the transaction. Made for one run and one context.</summary>
internal sealed class TakeoverBatch(PlusDb db, Processes processes, FunctionDoors doors, TakeoverGround ground)
{
    private readonly Dictionary<string, RowTaking> _takings = new(StringComparer.Ordinal)
    {
        ["clients"] = new ClientTaking(db, ground),
        ["identifiers"] = new PersonDataTaking(db, ground),
        ["names"] = new PersonDataTaking(db, ground),
        ["addresses"] = new PersonDataTaking(db, ground),
        ["bases"] = new BasisTaking(db, ground),
        ["sections"] = new SectionTaking(db, doors, ground),
        ["contacts"] = new ContactTaking(db, ground),
        ["hours"] = new HoursTaking(db, doors, processes, ground),
        ["documents"] = new DocumentTaking(db, ground),
    };

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>What became of each row, in their order. A row that the database refuses is found by halving.</summary>
    public async Task<IReadOnlyList<PendingRow>> TakeAsync(
        TakeoverTable table,
        IReadOnlyList<RowCheck> rows,
        CancellationToken ct
    )
    {
        const string savepoint = "takeover_batch";
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(savepoint, ct);
        try
        {
            var taken = await TryAsync(table, rows, ct);
            await transaction.ReleaseSavepointAsync(savepoint, ct);
            return taken;
        }
        catch (Exception failure) when (RefusedByDatabase(failure) is { } refused)
        {
            await transaction.RollbackToSavepointAsync(savepoint, ct);
            db.ChangeTracker.Clear();
            if (rows.Count > 1)
            {
                var first = await TakeAsync(table, [.. rows.Take(rows.Count / 2)], ct);
                return [.. first, .. await TakeAsync(table, [.. rows.Skip(rows.Count / 2)], ct)];
            }

            var row = new PendingRow(rows[0], rows[0].ContentHash());
            row.Refuse(TakeoverReasons.RefusedByDatabase, null, ("value", refused.ConstraintName ?? refused.SqlState));
            row.Quarantine();
            return [row];
        }
    }

    private async Task<IReadOnlyList<PendingRow>> TryAsync(
        TakeoverTable table,
        IReadOnlyList<RowCheck> rows,
        CancellationToken ct
    )
    {
        var pending = rows.Select(r => new PendingRow(r, r.ContentHash())).ToList();
        await KnowAsync(table, pending, ct);
        var sound = pending.Where(r => !r.IsRefused && r.Outcome != RowOutcome.Unchanged).ToList();
        using (var bulk = new BulkProcesses(db, processes))
        {
            await _takings[table.Code].TakeAsync(sound, bulk, ct);
            foreach (var row in pending.Where(r => r.IsRefused))
            {
                row.Quarantine();
            }

            foreach (var row in pending.Where(r => r.Outcome is RowOutcome.Taken or RowOutcome.Joined))
            {
                db.Add(
                    new TakenRow(
                        ground.Source,
                        table.Code,
                        row.Row.Values[0]!,
                        row.PlusId,
                        row.Hash,
                        row.Row.Year(),
                        ground.Run
                    )
                    {
                        Marks = [.. row.Marks],
                    }
                );
            }

            var written = await bulk.WriteAsync(ct);
            if (!written.Done)
            {
                throw new DbUpdateConcurrencyException("A record was changed by somebody while a row corrected it.");
            }
        }

        db.ChangeTracker.Clear();
        await MarkSeenAsync(table, pending, ct);
        return pending;
    }

    private async Task KnowAsync(TakeoverTable table, List<PendingRow> pending, CancellationToken ct)
    {
        var ids = pending.Select(r => r.Row.Values[0]).OfType<string>().ToArray();
        await using var command = new NpgsqlCommand(
            """
            SELECT source_id, plus_id, content_hash, seen_run FROM takeover.taken_row
            WHERE source = $1 AND table_code = $2 AND source_id = ANY($3)
            """,
            Connection
        );
        command.Parameters.AddWithValue(ground.Source);
        command.Parameters.AddWithValue(table.Code);
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Varchar, ids);
        var known = new Dictionary<string, KnownRow>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                known.Add(
                    reader.GetString(0),
                    new KnownRow(reader.GetGuid(1), reader.GetFieldValue<byte[]>(2), reader.GetGuid(3))
                );
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in pending)
        {
            if (row.Row.Values[0] is not { } id)
            {
                continue;
            }

            row.Known = known.GetValueOrDefault(id);
            if (!seen.Add(id) || row.Known?.SeenRun == ground.Run)
            {
                row.Refuse(TakeoverReasons.IdTwice, "id");
            }
            else if (!row.IsRefused && row.Known is { } before && before.ContentHash.AsSpan().SequenceEqual(row.Hash))
            {
                row.Become(RowOutcome.Unchanged, before.PlusId);
            }
        }
    }

    private async Task MarkSeenAsync(TakeoverTable table, List<PendingRow> pending, CancellationToken ct)
    {
        await ExecuteAsync(
            "UPDATE takeover.taken_row SET seen_run = $1 WHERE source = $2 AND table_code = $3 AND source_id = ANY($4)",
            table,
            pending.Where(r => r.Outcome == RowOutcome.Unchanged),
            (_, _) => { },
            ct
        );
        await ExecuteAsync(
            """
            UPDATE takeover.taken_row t
            SET seen_run = $1, taken_run = $1, plus_id = n.plus_id, content_hash = n.hash, year = n.year,
                marks = string_to_array(n.marks, ' ')
            FROM unnest($4, $5::uuid[], $6::bytea[], $7::int[], $8::text[]) AS n (source_id, plus_id, hash, year, marks)
            WHERE t.source = $2 AND t.table_code = $3 AND t.source_id = n.source_id
            """,
            table,
            pending.Where(r => r.Outcome == RowOutcome.Corrected),
            (command, rows) =>
            {
                command.Parameters.AddWithValue(rows.Select(r => r.PlusId).ToArray());
                command.Parameters.AddWithValue(rows.Select(r => r.Hash).ToArray());
                command.Parameters.AddWithValue(rows.Select(r => r.Row.Year()).ToArray());
                command.Parameters.AddWithValue(rows.Select(r => string.Join(' ', r.Marks)).ToArray());
            },
            ct
        );
    }

    private async Task ExecuteAsync(
        string sql,
        TakeoverTable table,
        IEnumerable<PendingRow> of,
        Action<NpgsqlCommand, List<PendingRow>> bind,
        CancellationToken ct
    )
    {
        var rows = of.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.AddWithValue(ground.Run);
        command.Parameters.AddWithValue(ground.Source);
        command.Parameters.AddWithValue(table.Code);
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Varchar,
            rows.Select(r => r.Row.Values[0]!).ToArray()
        );
        bind(command, rows);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static PostgresException? RefusedByDatabase(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException) is { } refused
        && (
            refused.SqlState.StartsWith("22", StringComparison.Ordinal)
            || refused.SqlState.StartsWith("23", StringComparison.Ordinal)
        )
            ? refused
            : null;
}

using System.Globalization;
using Npgsql;
using Plus.Law.Sections;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Files;
using Plus.Shared.Exchange.Takeover.Reading;
using Plus.Shared.Exchange.Takeover.Taking;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>Writes down what became of a batch: counts, quarantine, and how far the file has come; in its transaction.</summary>
internal sealed class BatchTally(NpgsqlConnection connection, TakeoverGround ground)
{
    public async Task WriteAsync(
        TakeoverTable table,
        IReadOnlyList<PendingRow> rows,
        TakeoverFile file,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var year in rows.GroupBy(r => r.Row.Year()))
        {
            Count(batch, table, year.Key, [.. year]);
        }

        foreach (var mark in rows.SelectMany(r => r.Marks).GroupBy(m => m, StringComparer.Ordinal))
        {
            Add(
                batch,
                """
                INSERT INTO takeover.mark_count AS c (run_id, table_code, mark, rows) VALUES ($1, $2, $3, $4)
                ON CONFLICT (run_id, table_code, mark) DO UPDATE SET rows = c.rows + excluded.rows
                """,
                ground.Run,
                table.Code,
                mark.Key,
                (long)mark.Count()
            );
        }

        if (table.Code == "sections")
        {
            CountSections(batch, rows);
        }

        foreach (var row in rows.Where(r => r.Outcome == RowOutcome.Quarantined))
        {
            Quarantine(batch, table, row);
        }

        Resolve(batch, table, rows);
        var last = rows[^1].Row.Source;
        Add(
            batch,
            """
            UPDATE takeover.file_mark SET bytes_done = $3, lines_done = $4, ignored = $5
            WHERE run_id = $1 AND table_code = $2
            """,
            ground.Run,
            table.Code,
            last.End,
            last.LastLine,
            file.Ignored
        );
        await batch.ExecuteNonQueryAsync(ct);
    }

    private void Count(NpgsqlBatch batch, TakeoverTable table, int year, List<PendingRow> rows) =>
        Add(
            batch,
            """
            INSERT INTO takeover.count AS c (run_id, table_code, year, in_file, taken, joined, unchanged, corrected,
                quarantined, minutes_in_file, minutes_quarantined)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (run_id, table_code, year) DO UPDATE SET in_file = c.in_file + excluded.in_file,
                taken = c.taken + excluded.taken, joined = c.joined + excluded.joined,
                unchanged = c.unchanged + excluded.unchanged, corrected = c.corrected + excluded.corrected,
                quarantined = c.quarantined + excluded.quarantined,
                minutes_in_file = c.minutes_in_file + excluded.minutes_in_file,
                minutes_quarantined = c.minutes_quarantined + excluded.minutes_quarantined
            """,
            ground.Run,
            table.Code,
            year,
            (long)rows.Count,
            Of(rows, RowOutcome.Taken),
            Of(rows, RowOutcome.Joined),
            Of(rows, RowOutcome.Unchanged),
            Of(rows, RowOutcome.Corrected),
            Of(rows, RowOutcome.Quarantined),
            rows.Sum(r => r.Row.MinutesInFile()),
            rows.Where(r => r.Outcome == RowOutcome.Quarantined).Sum(r => r.Row.MinutesInFile())
        );

    private void CountSections(NpgsqlBatch batch, IReadOnlyList<PendingRow> rows)
    {
        var groups = rows.Where(r => r.Row.Text("measure") is not null && r.Row.Year() > 0).GroupBy(r => Key(r.Row));
        foreach (var group in groups)
        {
            Add(
                batch,
                """
                INSERT INTO takeover.section_count AS c (run_id, function, outcome, year, in_file, quarantined, in_database)
                VALUES ($1, $2, $3, $4, $5, $6, 0)
                ON CONFLICT (run_id, function, outcome, year) DO UPDATE
                SET in_file = c.in_file + excluded.in_file, quarantined = c.quarantined + excluded.quarantined
                """,
                ground.Run,
                group.Key.Function,
                group.Key.Outcome,
                group.Key.Year,
                (long)group.Count(),
                Of([.. group], RowOutcome.Quarantined)
            );
        }
    }

    private static (string Function, string Outcome, int Year) Key(RowCheck row)
    {
        var function = MeasureCode.FunctionOf(row.Text("measure")!).Code();
        return row.Text("closedOn") is { } closed && row.Text("annulledOn") is null
            ? (function, row.Text("outcome") ?? "", int.Parse(closed.AsSpan(0, 4), CultureInfo.InvariantCulture))
            : (function, "", row.Year());
    }

    private void Quarantine(NpgsqlBatch batch, TakeoverTable table, PendingRow row)
    {
        var id = row.Row.Values[0] ?? row.Row.Source.Id;
        Add(
            batch,
            """
            INSERT INTO takeover.quarantined_row (id, run_id, table_code, line, source_id, year, reasons, reason_values)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
            """,
            Guid.CreateVersion7(),
            ground.Run,
            table.Code,
            row.Row.Source.Line,
            id is null ? DBNull.Value : PlainText.Shortened(id, 64),
            row.Row.Year(),
            row.Reasons.Select(r => r.Code).Distinct().ToArray(),
            IntakeReason.Write(row.Reasons)!
        );
    }

    // What an earlier run held back has come now.
    private void Resolve(NpgsqlBatch batch, TakeoverTable table, IReadOnlyList<PendingRow> rows)
    {
        var come = rows.Where(r => r.Outcome is RowOutcome.Taken or RowOutcome.Joined or RowOutcome.Corrected)
            .Select(r => r.Row.Values[0]!)
            .ToArray();
        if (come.Length > 0)
        {
            Add(
                batch,
                """
                UPDATE takeover.quarantined_row q SET taken_by_run = $1
                FROM takeover.run r
                WHERE r.id = q.run_id AND r.source = $4 AND q.table_code = $2 AND q.source_id = ANY($3::varchar[])
                  AND q.taken_by_run IS NULL AND q.run_id <> $1
                """,
                ground.Run,
                table.Code,
                come,
                ground.Source
            );
        }
    }

    private static long Of(IReadOnlyList<PendingRow> rows, RowOutcome outcome) => rows.Count(r => r.Outcome == outcome);

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        batch.BatchCommands.Add(command);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Files;
using Plus.Shared.Exchange.Takeover.Taking;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.Exchange.Takeover.Reconciling;

/// <summary>Counts, after the last batch, what of the folder stands in the tables of PLUS themselves.</summary>
internal static class DatabaseCounts
{
    public static async Task WriteAsync(
        PlusDb db,
        TakeoverGround ground,
        TakeoverManifest manifest,
        CancellationToken ct
    )
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await ExpectAsync(connection, ground, manifest, ct);
        // What was just written has no statistics yet: a loop within a loop over all rows would never end.
        await ExecuteAsync(connection, "SET LOCAL enable_nestloop = off", ct);
        foreach (var (table, joined, day, minutes) in Sources(db))
        {
            await ExecuteAsync(
                connection,
                $"""
                INSERT INTO takeover.count AS c (run_id, table_code, year, in_file, taken, joined, unchanged, corrected,
                    quarantined, minutes_in_file, minutes_quarantined, in_database, minutes_in_database)
                SELECT $1, $3, extract(year FROM {day})::int, 0, 0, 0, 0, 0, 0, 0, 0, count(*), {minutes}
                FROM takeover.taken_row r JOIN {joined}
                WHERE r.source = $2 AND r.table_code = $3 AND r.seen_run = $1
                GROUP BY 3
                ON CONFLICT (run_id, table_code, year) DO UPDATE
                SET in_database = excluded.in_database, minutes_in_database = excluded.minutes_in_database
                """,
                ct,
                ground.Run,
                ground.Source,
                table
            );
        }

        await ExecuteAsync(
            connection,
            """
            INSERT INTO takeover.section_count AS c (run_id, function, outcome, year, in_file, quarantined, in_database)
            SELECT $1, s.function, coalesce(s.outcome, ''), extract(year FROM coalesce(s.closed_on, s.opened_on))::int,
                   0, 0, count(*)
            FROM takeover.taken_row r JOIN cases.section s ON s.id = r.plus_id
            WHERE r.source = $2 AND r.table_code = 'sections' AND r.seen_run = $1
            GROUP BY 2, 3, 4
            ON CONFLICT (run_id, function, outcome, year) DO UPDATE SET in_database = excluded.in_database
            """,
            ct,
            ground.Run,
            ground.Source
        );
        await ExecuteAsync(connection, "SET LOCAL enable_nestloop = on", ct);
    }

    // Which table a row became, what makes it standing, the day of its year, and the minutes where there are some. Of
    // clients PLUS keeps no day of the old system's registration: the row that was taken says it.
    private static IEnumerable<(string Table, string Joined, string Day, string Minutes)> Sources(PlusDb db)
    {
        yield return ("clients", "clients.client x ON x.id = r.plus_id", "make_date(r.year, 1, 1)", "NULL::bigint");
        yield return ("identifiers", "clients.client_identifier x ON x.id = r.plus_id", "x.valid_from", "NULL::bigint");
        yield return ("names", "clients.client_name x ON x.id = r.plus_id", "x.as_of", "NULL::bigint");
        yield return ("addresses", "clients.client_address x ON x.id = r.plus_id", "x.as_of", "NULL::bigint");
        yield return (
            "bases",
            "cases.basis x ON x.id = r.plus_id AND x.replaced_by IS NULL",
            "x.issued_on",
            "NULL::bigint"
        );
        yield return ("sections", "cases.section x ON x.id = r.plus_id", "x.opened_on", "NULL::bigint");
        yield return (
            "contacts",
            "contacts.contact x ON x.id = r.plus_id",
            "x.planned_at AT TIME ZONE 'Europe/Riga'",
            "NULL::bigint"
        );
        yield return (
            "hours",
            $"({HoursOf(db)}) x ON x.id = r.plus_id",
            "x.worked_on",
            "sum(x.credited_minutes)::bigint"
        );
        yield return ("documents", "documents.document x ON x.id = r.plus_id", "x.registered_on", "NULL::bigint");
    }

    private static string HoursOf(PlusDb db) =>
        string.Join(
            " UNION ALL ",
            db.Model.GetEntityTypes()
                .Where(t => typeof(WorkedDay).IsAssignableFrom(t.ClrType))
                .Select(t =>
                    $"SELECT id, worked_on, credited_minutes FROM {t.GetSchema()}.{t.GetTableName()} WHERE withdrawn_at IS NULL"
                )
        );

    private static async Task ExpectAsync(
        NpgsqlConnection connection,
        TakeoverGround ground,
        TakeoverManifest manifest,
        CancellationToken ct
    )
    {
        foreach (var file in manifest.Files)
        {
            var years = (file.Rows?.Keys ?? []).Union(file.Minutes?.Keys ?? []);
            foreach (var year in years)
            {
                await ExecuteAsync(
                    connection,
                    """
                    INSERT INTO takeover.count AS c (run_id, table_code, year, in_file, taken, joined, unchanged,
                        corrected, quarantined, minutes_in_file, minutes_quarantined, expected, minutes_expected)
                    VALUES ($1, $2, $3, 0, 0, 0, 0, 0, 0, 0, 0, $4, $5)
                    ON CONFLICT (run_id, table_code, year) DO UPDATE
                    SET expected = excluded.expected, minutes_expected = excluded.minutes_expected
                    """,
                    ct,
                    ground.Run,
                    file.Table,
                    year,
                    file.Rows is null ? DBNull.Value : file.Rows.GetValueOrDefault(year),
                    file.Minutes is null ? DBNull.Value : file.Minutes.GetValueOrDefault(year)
                );
            }
        }
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(
                value is DBNull
                    ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint }
                    : new NpgsqlParameter { Value = value }
            );
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}

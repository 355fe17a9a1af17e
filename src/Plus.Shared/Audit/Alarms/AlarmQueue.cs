using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Audit.Alarms;

/// <summary>The alarms that wait for a verdict, those that have one, and the year.</summary>
internal sealed class AlarmQueue(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Judged = new("audit.alarmJudged");

    /// <summary>Codes of verdicts: the work needed it, it did not, or it must be looked into further.</summary>
    public static readonly string[] Verdicts = ["justified", "notJustified", "furtherCheck"];

    private const string Columns = """
        SELECT id AS "Id", rule AS "Rule", day AS "Day", staff_id AS "StaffId", clients AS "Clients", events AS "Events",
               source_table AS "Table", number AS "Number", usual AS "Usual", found_at AS "FoundAt", verdict AS "Verdict",
               verdict_reason AS "VerdictReason", detail AS "Detail"
        FROM audit.alarm
        """;

    public Task<List<Alarm>> WaitingAsync(CancellationToken ct) =>
        NamedAsync(Columns + " WHERE verdict IS NULL ORDER BY found_at DESC, id LIMIT 200", ct);

    public async Task<int> WaitingCountAsync(CancellationToken ct) =>
        await db
            .Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM audit.alarm WHERE verdict IS NULL")
            .SingleAsync(ct);

    public async Task<Alarm?> FindAsync(Guid id, CancellationToken ct) =>
        (await NamedAsync(Columns + " WHERE id = @id", ct, new Npgsql.NpgsqlParameter("id", id))).SingleOrDefault();

    public Task<List<AlarmYearLine>> YearAsync(int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db
            .Database.SqlQuery<AlarmYearLine>(
                $"""
                SELECT rule AS "Rule", verdict AS "Verdict", count(*) AS "Number" FROM audit.alarm
                WHERE day BETWEEN {first} AND {last} GROUP BY 1, 2 ORDER BY 1, 2
                """
            )
            .ToListAsync(ct);
    }

    public Task<List<AlarmYearRow>> YearReportAsync(int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db
            .Database.SqlQuery<AlarmYearRow>(
                $"""
                SELECT rule AS "Rule", count(*) AS "Found", count(*) FILTER (WHERE verdict IS NULL) AS "Waiting",
                       count(*) FILTER (WHERE verdict = 'justified') AS "Justified",
                       count(*) FILTER (WHERE verdict = 'notJustified') AS "NotJustified",
                       count(*) FILTER (WHERE verdict = 'furtherCheck') AS "FurtherCheck",
                       count(DISTINCT staff_id) AS "Employees",
                       round(avg(extract(epoch FROM decided_at - found_at) / 86400), 1) AS "DaysToVerdict"
                FROM audit.alarm WHERE day BETWEEN {first} AND {last} GROUP BY 1
                """
            )
            .ToListAsync(ct);
    }

    /// <returns>False when somebody else has judged it meanwhile.</returns>
    public async Task<bool> JudgeAsync(Alarm alarm, string verdict, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var me = staff.Current.Id!.Value.Value;
        var done = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE audit.alarm SET verdict = {verdict}, verdict_reason = {reason}, decided_by = {me}, decided_at = {clock.Now}
            WHERE id = {alarm.Id} AND verdict IS NULL
            """,
            ct
        );
        if (done == 0)
        {
            return false;
        }

        await processes.NoteAsync(
            new ProcessStart(Judged)
            {
                Client = alarm.Clients is [var only] ? new ClientId(only) : null,
                Subject = alarm.Id,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["rule"] = alarm.Rule, ["verdict"] = verdict },
            },
            ct
        );
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<List<Alarm>> NamedAsync(string sql, CancellationToken ct, params object[] parameters)
    {
        var alarms = await db.Database.SqlQueryRaw<Alarm>(sql, parameters).ToListAsync(ct);
        var ids = alarms.Select(a => a.StaffId).OfType<Guid>().Select(id => new StaffId(id)).ToHashSet();
        var names = await db.Set<Staff>()
            .Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id.Value, s => s.GivenName + " " + s.Surname, ct);
        foreach (var alarm in alarms)
        {
            alarm.Employee = alarm.StaffId is { } id ? names.GetValueOrDefault(id) : null;
        }

        return alarms;
    }
}

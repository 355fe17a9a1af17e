using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Retention.Due;

/// <summary>A record whose time is over.</summary>
/// <param name="Since">The day from which the years ran.</param>
/// <param name="DueOn">The first day on which it may be erased.</param>
/// <param name="Held">A legal hold stands in the way.</param>
internal sealed record DueRecord(Guid Record, Guid? Client, string Label, DateOnly Since, DateOnly DueOn, bool Held);

/// <summary>
/// What would go today: the dry run. It reads as the service itself, because whoever keeps and erases need not be able to
/// open the records; numbers are all it hands out.
/// </summary>
internal sealed class DueRecords(NpgsqlDataSource source, ModuleList modules, CurrentRules rules, PlusClock clock)
{
    public const string Reader = "retention";

    public IReadOnlyList<RetentionClass> Classes => [.. modules.All.SelectMany(m => m.RetentionClasses)];

    public RetentionClass? ClassOf(string code) => Classes.FirstOrDefault(c => c.Code == code);

    /// <summary>For how many years the class is kept today, and whether that was ever confirmed.</summary>
    public async Task<(int Years, bool Confirmed)> YearsAsync(string code, CancellationToken ct)
    {
        var rule = (await rules.ReadAsync(ct)).Parameters.Get(ParameterOf(code), clock.Today);
        return ((int)rule.Value!.Value, rule.Standing == Standing.Confirmed);
    }

    public static string ParameterOf(string code) => $"retention.{code}.years";

    /// <summary>The oldest first; records of an erasure that has not been declined are not named twice.</summary>
    public async Task<IReadOnlyList<DueRecord>> ReadAsync(RetentionClass kept, int most, CancellationToken ct)
    {
        var (years, _) = await YearsAsync(kept.Code, ct);
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System(Reader), ct);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT d.record_id, d.client_id, d.label, d.since, {Held} AS held
            FROM ({kept.Due}) d
            WHERE d.since <= @until
              AND NOT EXISTS (SELECT FROM retention.erasure_item i JOIN retention.erasure e ON e.id = i.erasure_id
                              WHERE i.record_id = d.record_id AND e.class_code = @class AND e.state <> 'declined'
                                AND (i.state = 'erased' OR (i.state = 'waiting' AND e.state IN ('proposed', 'agreed'))))
            ORDER BY d.since, d.label LIMIT @most
            """,
            reached.Connection
        );
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("until", clock.Today.AddYears(-years));
        command.Parameters.AddWithValue("today", clock.Today);
        command.Parameters.AddWithValue("class", kept.Code);
        command.Parameters.AddWithValue("most", most);
        var found = new List<DueRecord>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var since = reader.GetFieldValue<DateOnly>(3);
            found.Add(
                new DueRecord(
                    reader.GetGuid(0),
                    reader.IsDBNull(1) ? null : reader.GetGuid(1),
                    reader.GetString(2),
                    since,
                    since.AddYears(years),
                    reader.GetBoolean(4)
                )
            );
        }

        return found;
    }

    /// <summary>Whether one record may go now, and why not.</summary>
    public static async Task<(bool Due, bool Held)> IsDueAsync(
        NpgsqlConnection connection,
        RetentionClass kept,
        Guid record,
        int years,
        DateOnly today,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"SELECT {Held} FROM ({kept.Due}) d WHERE d.record_id = @record AND d.since <= @until",
            connection
        );
        command.Parameters.AddWithValue("record", record);
        command.Parameters.AddWithValue("until", today.AddYears(-years));
        command.Parameters.AddWithValue("today", today);
        return await command.ExecuteScalarAsync(ct) is bool held ? (true, held) : (false, false);
    }

    private const string Held = """
        EXISTS (SELECT FROM retention.legal_hold h
                WHERE h.client_id = d.client_id AND h.ended_at IS NULL AND h.until >= @today)
        """;
}

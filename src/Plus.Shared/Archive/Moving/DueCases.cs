using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Archive.Moving;

/// <summary>Which cases may go into the archive today: closed for as many years as the parameter says, with nothing under way.</summary>
internal sealed class DueCases(NpgsqlDataSource source, CurrentRules rules, PlusClock clock)
{
    public const string Parameter = ParameterCodes.ArchiveCaseYears;

    /// <summary>
    /// Cases by their client and the day on which the last section was closed or annulled, at the latest <c>@until</c>. Not
    /// while a document is being made, something that came in waits for its answer, or a proposed erasure names the case.
    /// </summary>
    internal const string Sql = """
        SELECT g.client_id, g.since FROM (
            SELECT coalesce(c.merged_into, c.id) AS client_id, max(coalesce(s.closed_on, s.annulled_on)) AS since
            FROM cases.section s JOIN clients.client c ON c.id = s.client_id
            GROUP BY 1
            HAVING bool_and(s.closed_on IS NOT NULL OR s.annulled_on IS NOT NULL)
               AND max(coalesce(s.closed_on, s.annulled_on)) <= @until
        ) g
        WHERE NOT EXISTS (SELECT FROM archive.archived_case a WHERE a.client_id = g.client_id)
          AND NOT EXISTS (SELECT FROM documents.document d WHERE d.client_id = g.client_id
                          AND d.state IN ('draft', 'toBeAgreed', 'agreed', 'toBeSigned'))
          AND NOT EXISTS (SELECT FROM mailroom.incoming i WHERE i.client_id = g.client_id AND i.closed_on IS NULL)
          AND NOT EXISTS (SELECT FROM retention.erasure_item e JOIN retention.erasure p ON p.id = e.erasure_id
                          WHERE e.person_id = g.client_id AND e.state = 'waiting' AND p.state IN ('proposed', 'agreed'))
        """;

    /// <summary>For how many years a closed case stays at hand, and whether that was ever confirmed.</summary>
    public async Task<(int Years, bool Confirmed)> YearsAsync(CancellationToken ct)
    {
        var rule = (await rules.ReadAsync(ct)).Parameters.Get(Parameter, clock.Today);
        return ((int)rule.Value!.Value, rule.Standing == Standing.Confirmed);
    }

    /// <summary>The last day on which a case must have been closed to be due today.</summary>
    public async Task<DateOnly> ClosedByAsync(CancellationToken ct) =>
        clock.Today.AddYears(-(await YearsAsync(ct)).Years);

    /// <summary>The longest closed first.</summary>
    public async Task<IReadOnlyList<Guid>> ReadAsync(int most, CancellationToken ct)
    {
        var until = await ClosedByAsync(ct);
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand(
            $"SELECT d.client_id FROM ({Sql}) d ORDER BY d.since, d.client_id LIMIT @most",
            reached.Connection
        );
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("until", until);
        command.Parameters.AddWithValue("most", most);
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    /// <summary>How many are due today.</summary>
    public async Task<long> CountAsync(CancellationToken ct)
    {
        var until = await ClosedByAsync(ct);
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System(CaseMover.Actor), ct);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM ({Sql}) d", reached.Connection);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("until", until);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}

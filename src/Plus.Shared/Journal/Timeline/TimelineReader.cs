using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Shared.Journal.Timeline;

/// <summary>
/// One list over all functions: the processes that are shown on a timeline, with the contact or the note they are about.
/// What was written under a record merged into this one belongs to it as well.
/// </summary>
public sealed class TimelineReader(PlusDb db, PlusClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Most rows looked through by a search within the timeline or shown for print.</summary>
    public const int MostRows = 2000;

    // The audit is divided by month: a page of almost every client stands in these.
    private const int LatestMonths = 24;

    private const string Columns = """
        SELECT p.id, p.at, p.on_day, p.type, p.values::text, p.reason, p.legal_basis, p.section_id, s.measure,
               st.given_name || ' ' || st.surname,
               CASE WHEN p.at >= c.recorded_at THEN c.note END, e.id, e.kind, e.text, e.corrects,
               (SELECT x.id FROM journal.entry x WHERE x.corrects = e.id LIMIT 1)
        """;

    private const string From = """

        FROM audit.process p
        LEFT JOIN contacts.contact c ON c.id = p.subject_id
        LEFT JOIN journal.entry e ON e.id = p.subject_id
        LEFT JOIN cases.section s ON s.id = p.section_id
        LEFT JOIN access.staff st ON st.id = p.actor_id
        WHERE p.on_timeline
          AND p.client_id = ANY (@client || ARRAY(SELECT m.id FROM clients.client m WHERE m.merged_into = @client))
        """;

    /// <summary>Rows, newest day first; one more than <paramref name="limit"/> says that there are further ones.</summary>
    /// <param name="kind">Only processes of this room or function; null for all.</param>
    public async Task<IReadOnlyList<TimelineRow>> ReadAsync(
        ClientId client,
        string? kind,
        int skip,
        int limit,
        CancellationToken ct
    )
    {
        if (skip > 0 || kind is not null || limit > PageSize + 1)
        {
            return await ReadAsync(client, kind, skip, limit, null, ct);
        }

        var today = clock.Today;
        var since = new DateOnly(today.Year, today.Month, 1).AddMonths(-LatestMonths);
        var latest = await ReadAsync(client, null, 0, limit, since, ct);
        return latest.Count < limit ? await ReadAsync(client, null, 0, limit, null, ct) : latest;
    }

    // The first day and the number of rows stand in the statement itself: so it is planned over the months that it needs,
    // and once for a connection.
    private async Task<IReadOnlyList<TimelineRow>> ReadAsync(
        ClientId client,
        string? kind,
        int skip,
        int limit,
        DateOnly? since,
        CancellationToken ct
    )
    {
        var sql = new StringBuilder(Columns).Append(From);
        sql.Append(kind is null ? "" : " AND split_part(p.type, '.', 1) = @kind");
        sql.Append(
            since is { } first
                ? string.Create(CultureInfo.InvariantCulture, $" AND p.at >= '{first:yyyy-MM-dd} 00:00:00+00'")
                : ""
        );
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY p.on_day DESC, p.at DESC, p.id DESC LIMIT {limit}");
        sql.Append(skip > 0 ? " OFFSET @skip" : "");
        var rows = new List<TimelineRow>();
        await RunAsync(
            sql.ToString(),
            command =>
            {
                command.Parameters.AddWithValue("client", client.Value);
                if (skip > 0)
                {
                    command.Parameters.AddWithValue("skip", skip);
                }

                if (kind is not null)
                {
                    command.Parameters.AddWithValue("kind", kind);
                }
            },
            reader => rows.Add(TimelineRow.Read(reader)),
            ct
        );
        return rows;
    }

    /// <summary>How many rows of each kind the client has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> KindsAsync(ClientId client, CancellationToken ct)
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await RunAsync(
            "SELECT split_part(p.type, '.', 1), count(*)::int"
                + From.Replace("LEFT JOIN contacts.contact c ON c.id = p.subject_id", "", StringComparison.Ordinal)
                    .Replace("LEFT JOIN journal.entry e ON e.id = p.subject_id", "", StringComparison.Ordinal)
                + " GROUP BY 1",
            command => command.Parameters.AddWithValue("client", client.Value),
            reader => kinds.Add(reader.GetString(0), reader.GetInt32(1)),
            ct
        );
        return kinds;
    }

    private async Task RunAsync(
        string sql,
        Action<NpgsqlCommand> bind,
        Action<NpgsqlDataReader> row,
        CancellationToken ct
    )
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.ReachedCommand(sql);
            bind(command);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                row(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

using System.Globalization;
using System.Text;
using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>A host employer of the bench with the clients sent to it.</summary>
internal sealed record BenchHost(Guid Id, IReadOnlyList<Guid> Sections, IReadOnlyList<string> Cases);

/// <summary>
/// Hosts of an office, each with up to thirty clients of community work sent to it and planned for today. Hours that the
/// runs entered are taken away before each run, so that every run does the same work.
/// </summary>
internal sealed class HostPool(Guid office, DateOnly today)
{
    public const int Clients = 30;

    /// <summary>Days back that a sheet is filled for; each request fills another day of a host.</summary>
    public const int SheetDays = 7;

    /// <summary>Pairs of weekdays that a file of a month holds; each request another pair.</summary>
    public static readonly DayOfWeek[][] FilePairs =
    [
        [DayOfWeek.Monday, DayOfWeek.Thursday],
        [DayOfWeek.Tuesday, DayOfWeek.Friday],
        [DayOfWeek.Wednesday, DayOfWeek.Saturday],
    ];

    public IReadOnlyList<BenchHost> Hosts { get; private set; } = [];

    /// <summary>The day of the n-th sheet; the first of a host is yesterday.</summary>
    public (BenchHost Host, DateOnly Day) Sheet(int n) =>
        (Hosts[n % Hosts.Count], today.AddDays(-1 - (n / Hosts.Count % SheetDays)));

    /// <summary>The n-th file: an hour a day for each client of the host on two weekdays of four weeks.</summary>
    public (BenchHost Host, string File) Month(int n)
    {
        var (host, days) = (Hosts[n % Hosts.Count], FilePairs[n / Hosts.Count % FilePairs.Length]);
        var text = new StringBuilder("Lieta;Diena;Nostrādāts\n");
        foreach (var number in host.Cases)
        {
            for (var day = today.AddDays(-28); day < today; day = day.AddDays(1))
            {
                if (days.Contains(day.DayOfWeek))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{number};{day:dd.MM.yyyy};1\n");
                }
            }
        }

        return (host, text.ToString());
    }

    /// <summary>Makes the hosts and sends clients to them, once in a folder.</summary>
    public async Task ArrangeAsync(NpgsqlDataSource owner)
    {
        await using (var make = owner.CreateCommand(Arranging))
        {
            make.Parameters.AddWithValue(office);
            make.Parameters.AddWithValue(Clients);
            make.Parameters.AddWithValue(today.AddDays(-40));
            make.Parameters.AddWithValue(today);
            await make.ExecuteNonQueryAsync();
        }

        await using var read = owner.CreateCommand(
            """
            SELECT h.id, array_agg(p.section_id ORDER BY p.section_id), array_agg(k.number::text ORDER BY p.section_id)
            FROM partners.host_employer h
            JOIN work_hours.placement p ON p.host_employer_id = h.id
            JOIN cases.section s ON s.id = p.section_id
            JOIN cases.client_case k ON k.id = s.case_id
            WHERE h.office_id = $1 AND h.name LIKE 'Bench %' GROUP BY h.id ORDER BY h.id
            """
        );
        read.Parameters.AddWithValue(office);
        var hosts = new List<BenchHost>();
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            hosts.Add(
                new BenchHost(reader.GetGuid(0), reader.GetFieldValue<Guid[]>(1), reader.GetFieldValue<string[]>(2))
            );
        }

        Hosts =
            hosts.Count > 0
                ? hosts
                : throw new BenchException("The folder holds no clients of community work in the office.");
    }

    /// <summary>Takes away the hours that the runs entered, their tasks and the files they came in.</summary>
    /// <returns>How many entries there were.</returns>
    public async Task<long> ClearAsync(NpgsqlDataSource owner)
    {
        await using var clear = owner.CreateCommand(
            """
            WITH host AS (SELECT id FROM partners.host_employer WHERE office_id = $1 AND name LIKE 'Bench %'),
            lines AS (
                DELETE FROM work_hours.sheet_import_line l USING work_hours.sheet_import i
                WHERE i.id = l.import_id AND i.host_employer_id IN (SELECT id FROM host)
            ), entries AS (
                DELETE FROM community_work.hours_entry e WHERE e.host_employer_id IN (SELECT id FROM host) RETURNING 1
            )
            SELECT count(*) FROM entries
            """
        );
        clear.Parameters.AddWithValue(office);
        var entries = (long)(await clear.ExecuteScalarAsync())!;
        await using var files = owner.CreateCommand(
            """
            DELETE FROM work_hours.sheet_import i USING partners.host_employer h
            WHERE h.id = i.host_employer_id AND h.office_id = $1 AND h.name LIKE 'Bench %'
            """
        );
        files.Parameters.AddWithValue(office);
        await files.ExecuteNonQueryAsync();
        return entries;
    }

    // Sections that have been open for long enough, by groups of thirty; one hour is planned today for each.
    private const string Arranging = """
        WITH chosen AS (
            SELECT s.id, (row_number() OVER (ORDER BY s.id) - 1) / $2 AS host
            FROM cases.section s
            WHERE s.office_id = $1 AND s.function = 'community_work' AND s.state = 'active' AND s.opened_on < $3
              AND NOT EXISTS (SELECT FROM work_hours.placement p WHERE p.section_id = s.id)
        ), hosts AS (
            INSERT INTO partners.host_employer (id, name, kind, territory_code, address, office_id, takes_minors, refused_offences)
            SELECT gen_random_uuid(), 'Bench ' || host, 'municipal', '0001000', 'Brīvības iela 1, Rīga', $1, true, '{}'
            FROM (SELECT DISTINCT host FROM chosen) h
            RETURNING id, substr(name, 7)::bigint AS host
        ), contracts AS (
            INSERT INTO partners.host_contract (id, host_employer_id, number, valid_from)
            SELECT gen_random_uuid(), id, 'L-' || host, $3 FROM hosts
        ), contacts AS (
            INSERT INTO partners.host_contact (id, host_employer_id, name, email, gives_briefing)
            SELECT gen_random_uuid(), id, 'Anna Kalna', 'anna@example.lv', true FROM hosts
        ), placed AS (
            INSERT INTO work_hours.placement (id, section_id, host_employer_id, valid_from, overridden)
            SELECT gen_random_uuid(), c.id, h.id, $3, '{}' FROM chosen c JOIN hosts h ON h.host = c.host
            RETURNING id, section_id
        )
        INSERT INTO work_hours.planned_day (id, section_id, placement_id, day, start, minutes)
        SELECT gen_random_uuid(), section_id, id, $4, 540, 60 FROM placed
        """;
}

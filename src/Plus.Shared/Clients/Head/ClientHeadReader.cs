using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Scope;

namespace Plus.Shared.Clients.Head;

/// <summary>Reads the facts of one client in one round trip, and the progress from the doors of the open sections' functions.</summary>
public sealed class ClientHeadReader(PlusDb db, StaffAccessor staff, FunctionDoors doors)
{
    private const string Sql = """
        SELECT c.given_name, c.surname, c.birth_date, c.sex, c.risk_to_staff, c.needs_interpreter, c.languages, c.died_on,
               c.xmin, k.id, k.number, k.formed_on,
               (SELECT i.value FROM clients.client_identifier i
                WHERE i.client_id = c.id AND i.kind = 'personalCode' AND i.valid_to IS NULL
                ORDER BY i.valid_from DESC NULLS LAST, i.id DESC LIMIT 1),
               (SELECT count(*) FROM clients.possible_duplicate d
                WHERE (d.first_id = c.id OR d.second_id = c.id) AND d.state = 'open'),
               (SELECT a.archived_at FROM archive.archived_case a WHERE a.client_id = c.id)
        FROM clients.client c LEFT JOIN cases.client_case k ON k.client_id = c.id
        WHERE c.id = @id;
        SELECT s.id, s.function, s.measure, s.state, s.opened_on, s.term_starts_on, s.term_ends_on, s.closed_on, s.outcome,
               s.sexual_offence, s.office_id, o.name, m.given_name || ' ' || m.surname, s.manager_id,
               b.kind, b.number, b.issued_on, b.issuer_name
        FROM cases.section s
        JOIN cases.basis b ON b.id = s.basis_id
        LEFT JOIN organisation.office o ON o.id = s.office_id
        LEFT JOIN access.staff m ON m.id = s.manager_id
        WHERE s.client_id = @id AND s.annulled_on IS NULL
        ORDER BY s.closed_on NULLS FIRST, s.opened_on, s.id;
        SELECT CASE WHEN n.first_id = @id THEN n.second_id ELSE n.first_id END
        FROM clients.must_not_meet n
        WHERE (n.first_id = @id OR n.second_id = @id) AND n.valid_from <= @today
          AND (n.valid_to IS NULL OR n.valid_to >= @today)
        """;

    /// <summary>The facts, or null when there is no such client within reach of the permission.</summary>
    public async Task<ClientFacts?> ReadAsync(ClientId id, string permission, DateOnly today, CancellationToken ct)
    {
        if (!await db.ReachesAsync(staff.Current, permission, id, ct))
        {
            return null;
        }

        return await ReadReachedAsync(id, today, ct);
    }

    /// <summary>The facts of a client whose reach the caller has checked.</summary>
    public async Task<ClientFacts?> ReadReachedAsync(ClientId id, DateOnly today, CancellationToken ct)
    {
        var facts = await BatchAsync(id, today, ct);
        return facts is null ? null : facts with { Sections = await WithProgressAsync(facts.Sections, today, ct) };
    }

    private async Task<ClientFacts?> BatchAsync(ClientId id, DateOnly today, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.ReachedCommand(Sql);
            command.Parameters.AddWithValue("id", id.Value);
            command.Parameters.AddWithValue("today", today);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            var facts = Facts(id, reader);
            await reader.NextResultAsync(ct);
            var sections = new List<ClientSection>();
            while (await reader.ReadAsync(ct))
            {
                var section = Section(reader);
                sections.Add(section with { Href = HrefOf(id, section) });
            }

            await reader.NextResultAsync(ct);
            var others = new List<ClientId>();
            while (await reader.ReadAsync(ct))
            {
                others.Add(new ClientId(reader.GetGuid(0)));
            }

            return facts with
            {
                Sections = sections,
                MustNotMeet = others,
            };
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<ClientSection>> WithProgressAsync(
        IReadOnlyList<ClientSection> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var progress = new Dictionary<SectionId, SectionProgress>();
        foreach (var function in sections.GroupBy(s => s.Function, StringComparer.Ordinal))
        {
            var ids = function.Select(s => s.Id).ToList();
            foreach (var (id, of) in await doors.OfCode(function.Key).ProgressAsync(db, ids, today, ct))
            {
                progress[id] = of;
            }
        }

        return [.. sections.Select(s => s with { Progress = progress.GetValueOrDefault(s.Id) })];
    }

    private static ClientFacts Facts(ClientId id, NpgsqlDataReader reader) =>
        new()
        {
            Id = id,
            GivenName = reader.GetString(0),
            Surname = reader.GetString(1),
            BirthDate = reader.GetFieldValue<DateOnly>(2),
            Sex = Text(reader, 3),
            RiskToStaff = Text(reader, 4),
            NeedsInterpreter = reader.GetBoolean(5),
            Languages = reader.GetFieldValue<string[]>(6),
            DiedOn = Day(reader, 7),
            Version = reader.GetFieldValue<uint>(8),
            CaseId = reader.IsDBNull(9) ? null : new CaseId(reader.GetGuid(9)),
            CaseNumber = Text(reader, 10),
            CaseFormedOn = Day(reader, 11),
            Code = PersonalCode.TryParse(Text(reader, 12), out var code) ? code.Format() : Text(reader, 12),
            PossibleDuplicates = (int)reader.GetInt64(13),
            ArchivedAt = reader.IsDBNull(14) ? null : reader.GetFieldValue<DateTimeOffset>(14),
        };

    private static ClientSection Section(NpgsqlDataReader reader) =>
        new(
            new SectionId(reader.GetGuid(0)),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetFieldValue<DateOnly>(4),
            Day(reader, 5),
            Day(reader, 6),
            Day(reader, 7),
            Text(reader, 8),
            reader.GetBoolean(9),
            reader.IsDBNull(10) ? null : new OfficeId(reader.GetGuid(10)),
            Text(reader, 11),
            Text(reader, 12),
            reader.IsDBNull(13) ? null : new StaffId(reader.GetGuid(13)),
            reader.GetString(14),
            reader.GetString(15),
            reader.GetFieldValue<DateOnly>(16),
            Text(reader, 17)
        );

    private string? HrefOf(ClientId client, ClientSection section) =>
        staff.Current.Reaches(CasePermissions.View, client, section.OfficeId, section.ManagerId)
            ? $"/sections/{section.Id}"
            : null;

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    private static DateOnly? Day(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) ? null : reader.GetFieldValue<DateOnly>(at);
}

using Npgsql;
using Plus.Kernel.Ids;
using Plus.Law.Identity;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Everyone who may be meant by the clients of a batch, with those whom the batch itself brings.</summary>
internal sealed class PeopleKnown
{
    private readonly Dictionary<string, List<KnownPerson<ClientId>>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, List<KnownPerson<ClientId>>> _byBirth = [];

    /// <summary>Who the person is, by the law of matching.</summary>
    public MatchDecision<ClientId> Decide(IncomingPerson person)
    {
        var coded = person.Code is { } code ? _byCode.GetValueOrDefault(code.Digits) : null;
        var born = person.BirthDate is { } birth ? _byBirth.GetValueOrDefault(birth) : null;
        return coded is null && born is null
            ? new MatchDecision<ClientId>.NewClient()
            : PersonMatching.Decide(person, (coded ?? []).Concat(born ?? []).DistinctBy(k => k.Key));
    }

    public void Add(KnownPerson<ClientId> known)
    {
        foreach (var code in known.Codes)
        {
            ListOf(_byCode, code.Digits).Add(known);
        }

        if (known.BirthDate is { } birth)
        {
            ListOf(_byBirth, birth).Add(known);
        }
    }

    public static async Task<PeopleKnown> LoadAsync(
        NpgsqlConnection connection,
        IReadOnlyList<IncomingPerson> people,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.id, c.given_name, c.surname, c.birth_date,
                   ARRAY(SELECT i.value FROM clients.client_identifier i
                         WHERE i.client_id = c.id AND i.kind = 'personalCode'),
                   ARRAY(SELECT n.given_name FROM clients.client_name n WHERE n.client_id = c.id ORDER BY n.id),
                   ARRAY(SELECT n.surname FROM clients.client_name n WHERE n.client_id = c.id ORDER BY n.id)
            FROM clients.client c
            WHERE c.merged_into IS NULL AND c.id = ANY(ARRAY(
                SELECT client_id FROM clients.client_identifier WHERE kind = 'personalCode' AND value = ANY($1)
                UNION
                SELECT k.id
                FROM unnest($2::date[], $3::text[]) AS said (birth, surname)
                JOIN clients.client k ON k.birth_date = said.birth
                WHERE starts_with(k.name_key, said.surname || ' ')
                   OR EXISTS (SELECT FROM clients.client_name n
                              WHERE n.client_id = k.id AND starts_with(n.name_key, said.surname || ' '))))
            """,
            connection
        );
        command.Parameters.AddWithValue(people.Select(p => p.Code?.Digits).OfType<string>().ToArray());
        command.Parameters.AddWithValue(people.Select(p => p.BirthDate!.Value).ToArray());
        command.Parameters.AddWithValue(people.Select(p => NameFolding.Fold(p.Name.Surname)).ToArray());
        var known = new PeopleKnown();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known.Add(Read(reader));
        }

        return known;
    }

    private static KnownPerson<ClientId> Read(NpgsqlDataReader reader)
    {
        var given = reader.GetFieldValue<string[]>(5);
        var surnames = reader.GetFieldValue<string[]>(6);
        var codes = reader.GetFieldValue<string[]>(4);
        return new KnownPerson<ClientId>(
            new ClientId(reader.GetGuid(0)),
            new PersonName(reader.GetString(1), reader.GetString(2)),
            [.. given.Zip(surnames, (g, s) => new PersonName(g, s))],
            [.. codes.Select(c => PersonalCode.TryParse(c, out var code) ? code : null).OfType<PersonalCode>()],
            reader.GetFieldValue<DateOnly>(3)
        );
    }

    private static List<KnownPerson<ClientId>> ListOf<T>(Dictionary<T, List<KnownPerson<ClientId>>> lists, T key)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}

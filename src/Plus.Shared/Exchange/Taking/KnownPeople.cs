using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Figures;
using Plus.Law.Identity;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Taking;

/// <summary>Everyone already known who may be meant by the messages of a batch, read with a few queries for all.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<ClientId, KnownClient> _clients;
    private readonly ILookup<string, KnownClient> _byCode;
    private readonly ILookup<DateOnly, KnownClient> _byBirth;

    private KnownPeople(Dictionary<ClientId, KnownClient> clients)
    {
        _clients = clients;
        _byCode = clients
            .Values.SelectMany(c => c.Identifiers.Select(i => (i.Value, Client: c)))
            .ToLookup(p => p.Value, p => p.Client, StringComparer.Ordinal);
        _byBirth = clients.Values.ToLookup(c => c.Client.BirthDate);
    }

    public KnownClient this[ClientId id] => _clients[id];

    public bool Has(ClientId id) => _clients.ContainsKey(id);

    /// <summary>Who the person is, by the law of matching.</summary>
    public MatchDecision<ClientId> Decide(PersonData person)
    {
        var code = PersonalCode.TryParse(person.PersonalCode, out var parsed) ? parsed : null;
        var candidates = (code is null ? [] : _byCode[code.Digits])
            .Concat(person.BirthDate is { } birth ? _byBirth[birth] : [])
            .Distinct()
            .ToList();
        if (candidates.Count == 0)
        {
            return new MatchDecision<ClientId>.NewClient();
        }

        var incoming = new IncomingPerson(new PersonName(person.GivenName, person.Surname), code, person.BirthDate);
        return PersonMatching.Decide(incoming, candidates.Select(c => c.ForMatching()));
    }

    /// <param name="db">Clients and their cases are tracked.</param>
    /// <param name="people">The persons of the messages.</param>
    /// <param name="also">Clients to read in any case.</param>
    /// <param name="sexual">The articles of sexual offences.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<KnownPeople> LoadAsync(
        PlusDb db,
        IReadOnlyCollection<PersonData> people,
        IReadOnlyCollection<ClientId> also,
        IReadOnlySet<CriminalArticle> sexual,
        CancellationToken ct
    )
    {
        var ids = await CandidatesAsync(db, people, ct);
        ids.UnionWith(also);
        if (ids.Count == 0)
        {
            return new KnownPeople([]);
        }

        var known = await db.Set<Client>()
            .Where(c => ids.Contains(c.Id) && c.MergedInto == null)
            .ToDictionaryAsync(c => c.Id, c => new KnownClient(c), ct);
        await FillAsync(db, known, ids, sexual, ct);
        return new KnownPeople(known);
    }

    private static async Task<HashSet<ClientId>> CandidatesAsync(
        PlusDb db,
        IReadOnlyCollection<PersonData> people,
        CancellationToken ct
    )
    {
        var codes = people
            .Select(p => PersonalCode.TryParse(p.PersonalCode, out var code) ? code.Digits : null)
            .OfType<string>()
            .ToArray();
        var born = people.Where(p => p.BirthDate is not null).ToList();
        await using var command = db.ReachedCommand(
            """
            WITH said AS MATERIALIZED (
                SELECT DISTINCT birth, surname FROM unnest(@births::date[], @surnames::text[]) AS said (birth, surname)
            )
            SELECT client_id FROM clients.client_identifier WHERE kind = 'personalCode' AND value = ANY(@codes)
            UNION
            SELECT c.id FROM said
            JOIN clients.client c ON c.birth_date = said.birth AND c.merged_into IS NULL
              AND c.name_key >= said.surname || ' ' AND c.name_key < said.surname || '!'
            UNION
            SELECT c.id FROM (SELECT DISTINCT birth FROM said) days
            JOIN clients.client c ON c.birth_date = days.birth AND c.merged_into IS NULL
            JOIN clients.client_name n ON n.client_id = c.id AND n.name_key <> c.name_key
            JOIN said ON said.birth = days.birth AND starts_with(n.name_key, said.surname || ' ')
            """
        );
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("codes", codes);
        command.Parameters.AddWithValue("births", born.Select(p => p.BirthDate!.Value).ToArray());
        command.Parameters.AddWithValue("surnames", born.Select(p => NameFolding.Fold(p.Surname)).ToArray());
        var ids = new HashSet<ClientId>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(new ClientId(reader.GetGuid(0)));
        }

        return ids;
    }

    private static async Task FillAsync(
        PlusDb db,
        Dictionary<ClientId, KnownClient> known,
        HashSet<ClientId> ids,
        IReadOnlySet<CriminalArticle> sexual,
        CancellationToken ct
    )
    {
        foreach (var row in await db.Set<ClientIdentifier>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            known.GetValueOrDefault(row.ClientId)?.Identifiers.Add(row);
        }

        foreach (var row in await db.Set<ClientName>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            known.GetValueOrDefault(row.ClientId)?.Names.Add(row);
        }

        foreach (var row in await db.Set<ClientAddress>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            known.GetValueOrDefault(row.ClientId)?.Addresses.Add(row);
        }

        foreach (var row in await db.Set<ClientReach>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            known.GetValueOrDefault(row.ClientId)?.Reach.Add(row);
        }

        foreach (var row in await db.Set<RelatedPerson>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            known.GetValueOrDefault(row.ClientId)?.Related.Add(row);
        }

        foreach (var row in await db.Set<Case>().Where(r => ids.Contains(r.ClientId)).ToListAsync(ct))
        {
            if (known.GetValueOrDefault(row.ClientId) is { } client)
            {
                client.File = row;
            }
        }

        var offices = await db.Set<Section>()
            .Where(s => ids.Contains(s.ClientId) && s.OfficeId != null && s.ClosedOn == null && s.AnnulledOn == null)
            .OrderBy(s => s.OpenedOn)
            .ThenBy(s => s.Id)
            .Select(s => new { s.ClientId, s.OfficeId })
            .ToListAsync(ct);
        foreach (var row in offices)
        {
            if (known.GetValueOrDefault(row.ClientId) is { } client)
            {
                client.OpenOffice ??= row.OfficeId;
            }
        }

        var convictions = await db.Set<EarlierConviction>()
            .Where(r => ids.Contains(r.ClientId))
            .Select(r => new
            {
                r.ClientId,
                r.Article,
                r.Sup,
            })
            .ToListAsync(ct);
        foreach (var row in convictions.Where(c => OpeningPlace.IsAmong(sexual, c.Article, c.Sup)))
        {
            if (known.GetValueOrDefault(row.ClientId) is { } client)
            {
                client.SexualBefore = true;
            }
        }
    }
}

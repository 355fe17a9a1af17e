using System.Globalization;
using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>The everyday pages, each with the twin's request for the same rows.</summary>
internal static class PageOperations
{
    private const string Fragment = "ber";

    public static async Task<IReadOnlyList<Operation>> AllAsync(NpgsqlDataSource owner, BenchPerson person, string token, int requests)
    {
        var clients = await IdsAsync(
            owner,
            "SELECT DISTINCT s.client_id FROM cases.section s WHERE s.manager_id = $1 AND s.state NOT IN ('closed', 'annulled')",
            person.Id
        );
        // Every request records another contact: enough for warming, the rounds and the paced run.
        var contacts = await ContactsAsync(owner, person.Id, (requests * 7) + 2000);
        return
        [
            Page("home", _ => "/", _ => $"/home/{person.Id}", requests),
            Page("clientPage", n => $"/clients/{clients[n % clients.Count]}", n => $"/client/{clients[n % clients.Count]}/{person.Id}", requests),
            Page("list", _ => "/sections", _ => $"/list/{person.Id}", requests),
            new(
                "search",
                _ => Form("/search/suggest", ("q", Fragment), ("__RequestVerificationToken", token)),
                (_, bytes) => Padded(HttpMethod.Get, $"/search/{person.Id}?q={Fragment}", bytes),
                requests,
                40
            ),
            new(
                "contactEntry",
                n => Outcome(contacts[n % contacts.Count], token),
                (n, bytes) => Padded(HttpMethod.Post, $"/contact/{contacts[n % contacts.Count].Id}/{person.Id}", bytes),
                requests,
                20
            ),
            Page("figures", _ => "/figures/2023", _ => "/figures/2023", Math.Max(40, requests / 10), 2),
        ];
    }

    private static Operation Page(string name, Func<int, string> ours, Func<int, string> twin, int requests, double rate = 40) =>
        new(
            name,
            n => new HttpRequestMessage(HttpMethod.Get, ours(n)),
            (n, bytes) => Padded(HttpMethod.Get, twin(n), bytes),
            requests,
            rate
        );

    private static HttpRequestMessage Padded(HttpMethod method, string path, int bytes)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add(Twin.TwinServer.PadHeader, bytes.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };

    private static HttpRequestMessage Outcome((Guid Id, string Version) contact, string token) =>
        Form(
            $"/contacts/{contact.Id}",
            ("__RequestVerificationToken", token),
            ("Version", contact.Version),
            ("Input.OpenedAt", DateTimeOffset.UtcNow.AddSeconds(-30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("Input.Outcome", "complied"),
            ("Input.Note", "Saruna par darba meklējumiem, vienojās par nākamo tikšanos."),
            ("Input.Day", DateTime.UtcNow.AddDays(14).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("Input.Time", "10:00")
        );

    private static async Task<List<Guid>> IdsAsync(NpgsqlDataSource owner, string sql, Guid person)
    {
        await using var command = owner.CreateCommand(sql);
        command.Parameters.AddWithValue(person);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids.Count > 0 ? ids : throw new InvalidOperationException("The officer has no clients.");
    }

    private static async Task<List<(Guid Id, string Version)>> ContactsAsync(NpgsqlDataSource owner, Guid person, int count)
    {
        await using var command = owner.CreateCommand(
            """
            WITH own AS (
                SELECT id, client_id, row_number() OVER () - 1 AS n, count(*) OVER () AS all_
                FROM cases.section WHERE manager_id = $1 AND state NOT IN ('closed', 'annulled'))
            INSERT INTO contacts.contact (id, client_id, section_id, kind, planned_at, minutes, place, staff_id, state)
            SELECT gen_random_uuid(), own.client_id, own.id, 'office', now() - interval '1 day' - g * interval '1 minute', 30, NULL, $1, 'planned'
            FROM generate_series(0, $2 - 1) g JOIN own ON own.n = g % own.all_
            RETURNING id, xmin::text
            """
        );
        command.Parameters.AddWithValue(person);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync();
        var contacts = new List<(Guid, string)>();
        while (await reader.ReadAsync())
        {
            contacts.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return contacts;
    }
}

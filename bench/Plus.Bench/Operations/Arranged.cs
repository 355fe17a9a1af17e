using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>The records that the requests are about.</summary>
/// <param name="Clients">Clients of the officer's open sections.</param>
/// <param name="Fragments">Beginnings and inner parts of surnames, three letters and more.</param>
/// <param name="Recorded">Contacts whose outcome PLUS is told, in the officer's office.</param>
/// <param name="TwinRecorded">The same for the twin, in another office.</param>
internal sealed record Arranged(
    BenchPerson Person,
    IReadOnlyList<Guid> Clients,
    IReadOnlyList<string> Fragments,
    ContactPool Recorded,
    ContactPool TwinRecorded
)
{
    public static async Task<Arranged> ReadAsync(NpgsqlDataSource owner, BenchPerson person)
    {
        await using var clients = owner.CreateCommand(
            "SELECT array_agg(client_id ORDER BY client_id) FROM cases.section WHERE manager_id = $1 AND state = 'active'"
        );
        clients.Parameters.AddWithValue(person.Id);
        await using var fragments = owner.CreateCommand(
            """
            SELECT array_agg(part ORDER BY part) FROM (
                SELECT DISTINCT substr(name_key, 1 + (n % 2)::int, 3 + (n % 2)::int) part
                FROM (SELECT name_key, row_number() OVER (ORDER BY id) n FROM clients.client LIMIT 60) c
                WHERE strpos(name_key, ' ') > 5
            ) p
            """
        );
        var (recorded, twinRecorded) = (
            new ContactPool(person.Office, person.Id),
            new ContactPool(person.OtherOffice, person.Id)
        );
        // An earlier run in the same folder may have been stopped.
        await recorded.ClearAsync(owner);
        await twinRecorded.ClearAsync(owner);
        return new Arranged(
            person,
            (Guid[])(await clients.ExecuteScalarAsync())!,
            (string[])(await fragments.ExecuteScalarAsync())!,
            recorded,
            twinRecorded
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Duplicates;

/// <summary>
/// Finds records that may be one person: the same code, or the same birth date with the same name, present or earlier.
/// Only notes them; a human decides. Pairs once decided are not raised again.
/// </summary>
internal static class DuplicateDetection
{
    public const string SameCode = "sameCode";
    public const string SameNameAndBirthDate = "sameNameAndBirthDate";

    public static NightlyJob Job { get; } =
        new(
            "clients.findDuplicates",
            new TimeOnly(3, 20),
            async (services, ct) =>
                await FindAllAsync(services.GetRequiredService<PlusDb>(), services.GetRequiredService<Processes>(), ct)
        );

    /// <summary>Notes those who hold this code beside the client; in the caller's process.</summary>
    public static async Task NoteCodeAsync(
        PlusDb db,
        StaffAccessor staff,
        ClientId client,
        string code,
        CancellationToken ct
    )
    {
        // Looked for among everybody; who is found stands in the queue of those who decide, not on this page.
        using var system = staff.AsSystem("duplicates");
        var others = await db.Set<ClientIdentifier>()
            .Where(i => i.Value == code && i.ClientId != client)
            .Join(db.Set<Client>().Where(c => c.MergedInto == null), i => i.ClientId, c => c.Id, (_, c) => c.Id)
            .Distinct()
            .ToListAsync(ct);
        await NoteAsync(db, client, others, SameCode, ct);
    }

    /// <summary>Notes those born on the day who bear or bore the client's name; in the caller's process.</summary>
    public static async Task NoteNameAsync(PlusDb db, StaffAccessor staff, Client client, CancellationToken ct)
    {
        using var system = staff.AsSystem("duplicates");
        var others = await db.Set<Client>()
            .Where(c =>
                c.BirthDate == client.BirthDate
                && c.Id != client.Id
                && c.MergedInto == null
                && (
                    c.NameKey == client.NameKey
                    || db.Set<ClientName>().Any(n => n.ClientId == c.Id && n.NameKey == client.NameKey)
                )
            )
            .Select(c => c.Id)
            .ToListAsync(ct);
        await NoteAsync(db, client.Id, others, SameNameAndBirthDate, ct);
    }

    /// <summary>Looks through all records; what the night does.</summary>
    /// <returns>How many pairs were new.</returns>
    public static async Task<int> FindAllAsync(PlusDb db, Processes processes, CancellationToken ct)
    {
        var found = await db
            .Database.SqlQuery<FoundPair>(
                $"""
                SELECT DISTINCT ON (p.first_id, p.second_id) p.first_id AS "First", p.second_id AS "Second", p.reason AS "Reason"
                FROM (
                    SELECT least(a.client_id, b.client_id) AS first_id, greatest(a.client_id, b.client_id) AS second_id,
                           {SameCode} AS reason, 0 AS place
                    FROM clients.client_identifier a
                    JOIN clients.client_identifier b ON b.value = a.value AND b.kind = a.kind AND b.client_id > a.client_id
                    UNION ALL
                    SELECT least(a.id, b.id), greatest(a.id, b.id), {SameNameAndBirthDate}, 1
                    FROM clients.client a
                    JOIN clients.client b ON b.birth_date = a.birth_date AND b.name_key = a.name_key AND b.id > a.id
                    UNION ALL
                    SELECT least(a.id, n.client_id), greatest(a.id, n.client_id), {SameNameAndBirthDate}, 1
                    FROM clients.client a
                    JOIN clients.client b ON b.birth_date = a.birth_date AND b.id <> a.id
                    JOIN clients.client_name n ON n.client_id = b.id AND n.name_key = a.name_key
                ) p
                JOIN clients.client f ON f.id = p.first_id AND f.merged_into IS NULL
                JOIN clients.client s ON s.id = p.second_id AND s.merged_into IS NULL
                WHERE NOT EXISTS (
                    SELECT 1 FROM clients.possible_duplicate d
                    WHERE d.first_id = p.first_id AND d.second_id = p.second_id)
                ORDER BY p.first_id, p.second_id, p.place
                """
            )
            .ToListAsync(ct);
        foreach (var pair in found)
        {
            db.Add(new PossibleDuplicate(new ClientId(pair.First), new ClientId(pair.Second), pair.Reason));
        }

        await processes.CommitAsync(
            new ProcessStart(ClientProcesses.DuplicatesFound)
            {
                Values = new Dictionary<string, object?> { ["count"] = found.Count },
            },
            ct
        );
        return found.Count;
    }

    private static async Task NoteAsync(
        PlusDb db,
        ClientId client,
        List<ClientId> others,
        string reason,
        CancellationToken ct
    )
    {
        foreach (var other in others)
        {
            var pair = new PossibleDuplicate(client, other, reason);
            var known =
                await db.Set<PossibleDuplicate>()
                    .AnyAsync(d => d.FirstId == pair.FirstId && d.SecondId == pair.SecondId, ct)
                || db.Set<PossibleDuplicate>().Local.Any(d => d.FirstId == pair.FirstId && d.SecondId == pair.SecondId);
            if (!known)
            {
                db.Add(pair);
            }
        }
    }

    private sealed record FoundPair(Guid First, Guid Second, string Reason);
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Audit.Looking;

/// <summary>Writes, readings and changes from outside in one list, newest first, a page at a time.</summary>
internal sealed class AuditTrail(PlusDb db, ProcessKinds kinds)
{
    /// <param name="before">The last event of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<AuditEvent>> ReadAsync(
        AuditQuestion asked,
        ClientId? client,
        StaffId? actor,
        (DateTime At, Guid Id)? before,
        int most,
        CancellationToken ct
    )
    {
        var (sql, parameters) = AuditSql.Of(asked, client?.Value, actor?.Value, before, most, kinds);
        var events = await db.Database.SqlQueryRaw<AuditEvent>(sql, parameters).ToListAsync(ct);
        await NameAsync(events, ct);
        return events;
    }

    /// <summary>One client's events, for those who may see the client.</summary>
    public async Task<IReadOnlyList<AuditEvent>> OfClientAsync(
        ClientId client,
        (DateTime At, Guid Id)? before,
        int most,
        CancellationToken ct
    )
    {
        var (at, id) = before ?? (DateTime.MaxValue, Guid.Empty);
        var until = before is null
            ? new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            : DateTime.SpecifyKind(at, DateTimeKind.Utc);
        var events = await db
            .Database.SqlQuery<AuditEvent>(
                $"""
                SELECT id AS "Id", at AS "At", source_table AS "Table", actor_id AS "ActorId", what AS "What", part AS "Part",
                       ARRAY[{client.Value}] AS "Clients", CASE WHEN source_table = 'process' THEN purpose END AS "Reason",
                       CASE WHEN source_table = 'view' THEN purpose END AS "Purpose", NULL::text AS "LegalBasis", address AS "Source",
                       NULL::text AS "Changes"
                FROM audit.of_client({client.Value}, {until}, {id}, {most})
                """
            )
            .ToListAsync(ct);
        await NameAsync(events, ct);
        return events;
    }

    public async Task<ClientId?> ClientOfCaseAsync(string number, CancellationToken ct) =>
        await db.Set<Case>().Where(c => c.Number == number).Select(c => (ClientId?)c.ClientId).SingleOrDefaultAsync(ct);

    public async Task<StaffId?> StaffOfUserNameAsync(string userName, CancellationToken ct)
    {
        var name = userName.ToUpperInvariant();
        return await db.Set<Staff>()
            .Where(s => s.NormalizedUserName == name)
            .Select(s => (StaffId?)s.Id)
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>Case numbers of people; a person without a case is not among them.</summary>
    public async Task<IReadOnlyList<string>> CaseNumbersAsync(IEnumerable<Guid> clients, CancellationToken ct)
    {
        var ids = clients.Distinct().Select(ClientId.From).ToList();
        return await db.Set<Case>()
            .Where(c => ids.Contains(c.ClientId))
            .OrderBy(c => c.Number)
            .Select(c => c.Number)
            .ToListAsync(ct);
    }

    public async Task NameAsync(IReadOnlyList<AuditEvent> events, CancellationToken ct)
    {
        var ids = events.Select(e => e.ActorId).OfType<Guid>().Select(id => new StaffId(id)).ToHashSet();
        var names = await db.Set<Staff>()
            .Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id.Value, s => s.GivenName + " " + s.Surname, ct);
        foreach (var one in events)
        {
            one.Actor = one.ActorId is { } id ? names.GetValueOrDefault(id) : null;
        }
    }
}

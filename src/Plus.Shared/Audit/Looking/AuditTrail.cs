using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Audit.Looking;

/// <summary>Writes and readings in one list, newest first.</summary>
internal sealed class AuditTrail(PlusDb db)
{
    /// <param name="asked">Whose, by whom, when; what is null does not narrow.</param>
    /// <param name="most">How many lines at most.</param>
    public async Task<IReadOnlyList<AuditLine>> ReadAsync(AuditQuestion asked, int most, CancellationToken ct)
    {
        var from = PlusClock.InstantOf(asked.From, TimeOnly.MinValue);
        var to = PlusClock.InstantOf(asked.To.AddDays(1), TimeOnly.MinValue);
        var writes = db.Processes.AsNoTracking().Where(p => p.At >= from && p.At < to);
        var reads = db.Views.AsNoTracking().Where(v => v.At >= from && v.At < to);
        if (asked.Client is { } client)
        {
            writes = writes.Where(p => p.ClientId == client);
            reads = reads.Where(v => v.Clients.Contains(client.Value));
        }

        if (asked.Actor is { } actor)
        {
            writes = writes.Where(p => p.ActorId == actor);
            reads = reads.Where(v => v.ActorId == actor);
        }

        var written = await writes.OrderByDescending(p => p.At).Take(most).ToListAsync(ct);
        var read = await reads.OrderByDescending(v => v.At).Take(most).ToListAsync(ct);
        var names = await NamesAsync(written, read, ct);
        return
        [
            .. written
                .Select(p => new AuditLine(
                    p.At,
                    Name(names, p.ActorId),
                    "process." + p.Type,
                    p.Reason,
                    p.Source,
                    p.ClientId is { } c ? [c] : []
                ))
                .Concat(
                    read.Select(v => new AuditLine(
                        v.At,
                        Name(names, v.ActorId),
                        "audit.kind." + CodeConversion.CodeOf(v.Kind),
                        null,
                        v.Source,
                        [.. v.Clients.Select(ClientId.From)]
                    )
                    {
                        Part = v.Part,
                    })
                )
                .OrderByDescending(l => l.At)
                .Take(most),
        ];
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

    private async Task<Dictionary<StaffId, string>> NamesAsync(
        List<ProcessRow> written,
        List<ViewRow> read,
        CancellationToken ct
    )
    {
        var ids = written.Select(p => p.ActorId).Concat(read.Select(v => v.ActorId)).OfType<StaffId>().ToHashSet();
        return await db.Set<Staff>()
            .Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.GivenName + " " + s.Surname, ct);
    }

    private static string? Name(Dictionary<StaffId, string> names, StaffId? id) =>
        id is { } actor ? names.GetValueOrDefault(actor) : null;
}

/// <summary>What is asked of the audit. Both days count.</summary>
internal sealed record AuditQuestion(ClientId? Client, StaffId? Actor, DateOnly From, DateOnly To);

/// <param name="Actor">Name; null for the system itself.</param>
/// <param name="WhatKey">Text key of what was done or seen.</param>
internal sealed record AuditLine(
    DateTimeOffset At,
    string? Actor,
    string WhatKey,
    string? Reason,
    string Source,
    IReadOnlyList<ClientId> Clients
)
{
    /// <summary>For readings: the part of PLUS, by its permission code.</summary>
    public string? Part { get; init; }
}

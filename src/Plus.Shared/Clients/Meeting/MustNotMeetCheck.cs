using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Meeting;

/// <summary>
/// Says whom a client must not meet. Whoever plans an appointment, a group or a place of work for a day asks here.
/// </summary>
public sealed class MustNotMeetCheck(PlusDb db)
{
    /// <summary>Those whom the client must not meet on the day; the first and the last day count.</summary>
    public async Task<IReadOnlyList<MeetingConflict>> ConflictsOfAsync(
        ClientId client,
        DateOnly day,
        CancellationToken ct
    ) =>
        await db.Set<MustNotMeet>()
            .Where(m => (m.FirstId == client || m.SecondId == client) && m.From <= day && (m.To == null || m.To >= day))
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .Select(m => new MeetingConflict(
                m.Id,
                m.FirstId == client ? m.SecondId : m.FirstId,
                m.Reason,
                m.Note,
                m.From
            ))
            .ToListAsync(ct);

    /// <summary>Which of these people must not meet the client on the day.</summary>
    public async Task<IReadOnlyList<MeetingConflict>> ConflictsAmongAsync(
        ClientId client,
        IReadOnlyCollection<ClientId> others,
        DateOnly day,
        CancellationToken ct
    ) => [.. (await ConflictsOfAsync(client, day, ct)).Where(c => others.Contains(c.Other))];
}

/// <summary>Somebody whom a client must not meet.</summary>
/// <param name="Id">Of the mark.</param>
/// <param name="Other">The other client; who may not reach them is shown that there is somebody, not who.</param>
/// <param name="Reason">victimAndOffender, coAccused, conflict or other.</param>
public sealed record MeetingConflict(Guid Id, ClientId Other, string Reason, string? Note, DateOnly From);

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Reminders.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.Reminders.Sending;

/// <summary>An appointment or a day of work of which a reminder may go.</summary>
/// <param name="State">ready, sent (asked for already), noConsent or noWay (neither phone nor e-mail).</param>
public sealed record ReminderLine(
    SectionId Section,
    ClientId Client,
    string Name,
    string About,
    Guid Subject,
    DateOnly Day,
    int Start,
    string? Channel,
    string State
)
{
    public const string Ready = "ready";
    public const string Sent = "sent";
    public const string NoConsent = "noConsent";
    public const string NoWay = "noWay";
}

/// <summary>Who of an office is expected on a day, and whether and how each can be reminded.</summary>
internal sealed class ReminderReader(PlusDb db, StaffAccessor staff)
{
    public async Task<IReadOnlyList<ReminderLine>> ReadAsync(OfficeId office, DateOnly day, CancellationToken ct)
    {
        var sections = db.Set<Section>()
            .AsNoTracking()
            .Within(staff.Current, RemindersModule.Send)
            .Where(s => s.OfficeId == office && s.ClosedOn == null && s.AnnulledOn == null)
            .Where(s => s.State != SectionState.Suspended);
        var work = await (
            from d in db.Set<PlannedDay>().AsNoTracking()
            join s in sections on d.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where d.Day == day
            select new
            {
                s.Id,
                s.ClientId,
                Name = c.Surname + " " + c.GivenName,
                Subject = d.Id,
                d.Start,
            }
        ).ToListAsync(ct);
        var (since, until) = (
            PlusClock.InstantOf(day, TimeOnly.MinValue),
            PlusClock.InstantOf(day.AddDays(1), TimeOnly.MinValue)
        );
        // A check that is made without the client is nothing to remind of.
        var meetings = await (
            from k in db.Set<Contact>().AsNoTracking()
            join s in sections on k.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where k.State == ContactState.Planned && k.PlannedAt >= since && k.PlannedAt < until
            where db.Set<ContactKind>().Any(t => t.Code == k.Kind && t.AsksAttendance)
            select new
            {
                s.Id,
                s.ClientId,
                Name = c.Surname + " " + c.GivenName,
                Subject = k.Id,
                k.PlannedAt,
            }
        ).ToListAsync(ct);
        var found = work.Select(w => (w.Id, w.ClientId, w.Name, About: Reminder.OfWork, w.Subject, w.Start))
            .Concat(
                meetings.Select(m =>
                    (
                        m.Id,
                        m.ClientId,
                        m.Name,
                        About: Reminder.OfContact,
                        Subject: m.Subject.Value,
                        Start: MinuteOf(m.PlannedAt)
                    )
                )
            )
            .ToList();
        var ways = await WaysAsync([.. found.Select(f => f.ClientId).Distinct()], day, ct);
        var subjects = found.Select(f => f.Subject).ToList();
        var asked = (
            await db.Set<Reminder>()
                .AsNoTracking()
                .Where(r => r.Day == day && subjects.Contains(r.SubjectId))
                .Select(r => new { r.SubjectId, r.Start })
                .ToListAsync(ct)
        )
            .Select(r => (r.SubjectId, r.Start))
            .ToHashSet();
        return
        [
            .. found
                .Select(f =>
                {
                    var (channel, reason) = ways.GetValueOrDefault(f.ClientId, (null, ReminderLine.NoWay));
                    return new ReminderLine(
                        f.Id,
                        f.ClientId,
                        f.Name,
                        f.About,
                        f.Subject,
                        day,
                        f.Start,
                        channel,
                        asked.Contains((f.Subject, f.Start)) ? ReminderLine.Sent : reason
                    );
                })
                .OrderBy(l => l.Start)
                .ThenBy(l => l.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>By what a client may be reminded: a phone first, else an e-mail; only with a consent that stands.</summary>
    public async Task<Dictionary<ClientId, (string? Channel, string State)>> WaysAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly day,
        CancellationToken ct
    )
    {
        var reaches = await ReachesAsync(clients, day, ct);
        return reaches
            .GroupBy(r => r.ClientId)
            .ToDictionary(
                g => g.Key,
                g =>
                    Best(g) is { } best
                        ? ((string?)ChannelOf(best), ReminderLine.Ready)
                        : (null, ReminderLine.NoConsent)
            );
    }

    /// <summary>Where a reminder goes by a channel; null when there is no address with a consent any more.</summary>
    public async Task<string?> AddressAsync(ClientId client, string channel, DateOnly day, CancellationToken ct) =>
        Best((await ReachesAsync([client], day, ct)).Where(r => ChannelOf(r) == channel))?.Value;

    public static int MinuteOf(DateTimeOffset at)
    {
        var local = PlusClock.LocalOf(at);
        return (local.Hour * 60) + local.Minute;
    }

    private Task<List<ClientReach>> ReachesAsync(
        IReadOnlyCollection<ClientId> clients,
        DateOnly day,
        CancellationToken ct
    ) =>
        db.Set<ClientReach>()
            .AsNoTracking()
            .Where(r => clients.Contains(r.ClientId) && (r.To == null || r.To >= day))
            .Where(r => r.Kind == ReachKind.Phone || r.Kind == ReachKind.Email)
            .ToListAsync(ct);

    private static ClientReach? Best(IEnumerable<ClientReach> reaches) =>
        reaches
            .Where(r => r.ConsentOn is not null && r.ConsentWithdrawnOn is null)
            .OrderBy(r => r.Kind == ReachKind.Phone ? 0 : 1)
            .ThenByDescending(r => r.AsOf)
            .FirstOrDefault();

    private static string ChannelOf(ClientReach reach) => reach.Kind == ReachKind.Phone ? "sms" : "email";
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Contacts.Calendar;

/// <summary>A contact as the calendar shows it.</summary>
public sealed record CalendarEntry(
    ContactId Id,
    ClientId Client,
    string Name,
    DateTimeOffset At,
    int Minutes,
    string Kind,
    ContactState State,
    StaffId? Staff,
    string? StaffName,
    Guid? Room,
    Guid? Group,
    OfficeId? Office
)
{
    public DateTimeOffset EndsAt => At.AddMinutes(Minutes);

    /// <summary>Another contact takes the same person's time or the same room.</summary>
    public bool Clashes { get; init; }

    /// <summary>Somebody whom the client must not meet is expected nearby.</summary>
    public bool Touches { get; init; }
}

/// <summary>Reads the calendar of a person or of the offices within reach.</summary>
public sealed class CalendarReader(PlusDb db, StaffAccessor staff, ContactKinds kinds, CurrentRules rules)
{
    private const int Most = 3000;

    /// <param name="from">First day.</param>
    /// <param name="to">Last day, which counts.</param>
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(
        DateOnly from,
        DateOnly to,
        bool own,
        string permission,
        CancellationToken ct
    )
    {
        var since = PlusClock.InstantOf(from, TimeOnly.MinValue);
        var until = PlusClock.InstantOf(to.AddDays(1), TimeOnly.MinValue);
        var me = staff.Current.Id;
        var offices = staff.Current.Offices.Select(o => (OfficeId?)o).ToList();
        var entries = await (
            from c in db.Set<Contact>()
            join s in db.Set<Section>().Within(staff.Current, permission) on c.SectionId equals s.Id
            join p in db.Set<Client>() on c.ClientId equals p.Id
            join m in db.Set<Staff>() on c.StaffId equals m.Id into managers
            from m in managers.DefaultIfEmpty()
            where
                c.PlannedAt >= since
                && c.PlannedAt < until
                && c.State != ContactState.Rescheduled
                && c.State != ContactState.Cancelled
                && (own ? c.StaffId == me : offices.Contains(s.OfficeId))
            orderby c.PlannedAt, c.Id
            select new CalendarEntry(
                c.Id,
                c.ClientId,
                p.Surname + " " + p.GivenName,
                c.PlannedAt,
                c.Minutes,
                c.Kind,
                c.State,
                c.StaffId,
                m == null ? null : m.Surname + " " + m.GivenName,
                c.RoomId,
                c.GroupId,
                s.OfficeId
            )
        )
            .AsNoTracking()
            .Take(Most)
            .ToListAsync(ct);
        var touching = await TouchingAsync(entries, ct);
        var clashing = Clashing(entries);
        return
        [
            .. entries.Select(e => e with { Clashes = clashing.Contains(e.Id), Touches = touching.Contains(e.Id) }),
        ];
    }

    /// <summary>Planned contacts that overlap another one of the same person or in the same room.</summary>
    internal static IReadOnlySet<ContactId> Clashing(IReadOnlyList<CalendarEntry> entries)
    {
        var found = new HashSet<ContactId>();
        var planned = entries.Where(e => e.State == ContactState.Planned).OrderBy(e => e.At).ToList();
        for (var i = 0; i < planned.Count; i++)
        {
            for (var k = i + 1; k < planned.Count && planned[k].At < planned[i].EndsAt; k++)
            {
                var (a, b) = (planned[i], planned[k]);
                var together = a.Group is not null && a.Group == b.Group;
                if (
                    !together
                    && ((a.Staff is not null && a.Staff == b.Staff) || (a.Room is not null && a.Room == b.Room))
                )
                {
                    found.Add(a.Id);
                    found.Add(b.Id);
                }
            }
        }

        return found;
    }

    private async Task<IReadOnlySet<ContactId>> TouchingAsync(
        IReadOnlyList<CalendarEntry> entries,
        CancellationToken ct
    )
    {
        var near = (await kinds.ReadAsync(ct)).Where(k => k.InOffice).Select(k => k.Code).ToList();
        var here = entries.Where(e => e.State == ContactState.Planned && near.Contains(e.Kind)).ToList();
        if (here.Count == 0)
        {
            return new HashSet<ContactId>();
        }

        var ids = here.Select(e => e.Id).ToList();
        var apart = (await rules.ReadAsync(ct))
            .Parameters.Get(ParameterCodes.ContactsApartMinutes, PlusClock.DayOf(here[0].At))
            .WholeNumber;
        var found = await (
            from c in db.Set<Contact>()
            where ids.Contains(c.Id)
            join s in db.Set<Section>() on c.SectionId equals s.Id
            from m in db.Set<MustNotMeet>()
            where m.FirstId == c.ClientId || m.SecondId == c.ClientId
            from o in db.Set<Contact>()
            where
                o.ClientId == (m.FirstId == c.ClientId ? m.SecondId : m.FirstId)
                && o.State == ContactState.Planned
                && near.Contains(o.Kind)
                && o.PlannedAt <= c.PlannedAt.AddMinutes(c.Minutes + apart)
                && o.PlannedAt.AddMinutes(o.Minutes + apart) >= c.PlannedAt
                && db.Set<Section>().Any(x => x.Id == o.SectionId && x.OfficeId == s.OfficeId)
            select new
            {
                c.Id,
                c.PlannedAt,
                m.From,
                m.To,
            }
        ).ToListAsync(ct);
        return found
            .Where(f =>
                f.From <= PlusClock.DayOf(f.PlannedAt) && (f.To is null || f.To >= PlusClock.DayOf(f.PlannedAt))
            )
            .Select(f => f.Id)
            .ToHashSet();
    }
}

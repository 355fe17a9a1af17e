using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Lists;

/// <summary>A contact as lists show it.</summary>
public sealed record ContactRow(
    ContactId Id,
    ClientId Client,
    string Surname,
    string GivenName,
    DateTimeOffset At,
    string Kind,
    string? Place,
    ContactState State,
    bool? Complied,
    string? AbsenceReason,
    string Measure
);

/// <summary>Contacts of one day, one's own or those of the sections within reach.</summary>
public sealed class ContactList(PlusDb db, StaffAccessor staff)
{
    public Task<List<ContactRow>> OfDayAsync(DateOnly day, bool own, string permission, CancellationToken ct)
    {
        var since = PlusClock.InstantOf(day, TimeOnly.MinValue);
        var to = PlusClock.InstantOf(day.AddDays(1), TimeOnly.MinValue);
        var me = staff.Current.Id;
        return (
            from c in db.Set<Contact>()
            join s in db.Set<Section>().Within(staff.Current, permission) on c.SectionId equals s.Id
            join p in db.Set<Client>() on c.ClientId equals p.Id
            where
                c.PlannedAt >= since
                && c.PlannedAt < to
                && c.State != ContactState.Rescheduled
                && c.State != ContactState.Cancelled
                && (!own || c.StaffId == me)
            orderby c.PlannedAt, c.Id
            select new ContactRow(
                c.Id,
                c.ClientId,
                p.Surname,
                p.GivenName,
                c.PlannedAt,
                c.Kind,
                c.Place,
                c.State,
                c.Complied,
                c.AbsenceReason,
                s.Measure
            )
        )
            .AsNoTracking()
            .Take(500)
            .ToListAsync(ct);
    }
}

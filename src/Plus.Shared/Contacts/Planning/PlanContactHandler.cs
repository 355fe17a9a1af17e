using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Planning;

/// <summary>When, where and how the next contact is.</summary>
public sealed record PlannedTime(string Kind, DateOnly Day, TimeOnly Time, int Minutes, string? Place);

/// <summary>Plans a contact in a section.</summary>
internal sealed class PlanContactHandler(PlusDb db, SectionEditing editing, StaffAccessor staff, PlusClock clock)
{
    private const int DaysBack = 31;

    public async Task<Outcome<Contact>> HandleAsync(SectionId id, PlannedTime time, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, ContactsModule.Record, null, ct);
        if (section is null || !section.IsOpen)
        {
            return new NoSuchRecord();
        }

        var made = await MakeAsync(section, time, staff.Current.Id, ct);
        if (!made.Done)
        {
            return made.Refusal;
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(ContactsModule.Planned)
            {
                Subject = made.Value.Id.Value,
                Values = new Dictionary<string, object?> { ["kind"] = time.Kind, ["at"] = made.Value.PlannedAt },
            },
            ct
        );
        return done.Done ? made.Value : done.Refusal;
    }

    /// <summary>Adds the contact to the context; the caller commits.</summary>
    public async Task<Outcome<Contact>> MakeAsync(Section section, PlannedTime time, StaffId? by, CancellationToken ct)
    {
        var kind =
            ContactKinds.Find(time.Kind)
            ?? throw new ArgumentOutOfRangeException(nameof(time), time.Kind, "Unknown kind.");
        if (time.Day < clock.Today.AddDays(-DaysBack))
        {
            return new TimeIsTooFarBack();
        }

        var at = PlusClock.InstantOf(time.Day, time.Time);
        var contact = new Contact(
            ContactId.New(),
            section.ClientId,
            section.Id,
            kind.Code,
            at,
            time.Minutes,
            kind.AsksPlace ? time.Place : null
        );
        contact.With(by ?? section.ManagerId);
        if (kind.AsksAttendance && at > clock.Now && await ClashAsync(contact, ct) is { } other)
        {
            return new StaffIsBusy(TimeOnly.FromDateTime(PlusClock.LocalOf(other)));
        }

        db.Add(contact);
        return contact;
    }

    private async Task<DateTimeOffset?> ClashAsync(Contact contact, CancellationToken ct)
    {
        var end = contact.PlannedAt.AddMinutes(contact.Minutes);
        var earliest = contact.PlannedAt.AddHours(-12);
        var near = await db.Set<Contact>()
            .AsNoTracking()
            .Where(c =>
                c.StaffId == contact.StaffId
                && c.State == ContactState.Planned
                && c.PlannedAt > earliest
                && c.PlannedAt < end
            )
            .Select(c => new { c.PlannedAt, c.Minutes })
            .ToListAsync(ct);
        return near.Where(c => c.PlannedAt.AddMinutes(c.Minutes) > contact.PlannedAt)
            .Select(c => (DateTimeOffset?)c.PlannedAt)
            .FirstOrDefault();
    }
}

using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Planning;

/// <summary>Plans a contact in a section.</summary>
internal sealed class PlanContactHandler(
    PlusDb db,
    SectionEditing editing,
    ContactKinds kinds,
    ContactClashes clashes,
    StaffAccessor staff,
    PlusClock clock
)
{
    private const int DaysBack = 31;

    public async Task<Outcome<Contact>> HandleAsync(SectionId id, PlannedTime time, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, ContactsModule.Record, null, ct);
        if (section is null || !section.IsOpen)
        {
            return new NoSuchRecord();
        }

        var made = await MakeAsync(section, time, staff.Current.Id, null, ct);
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
    /// <param name="instead">The contact that this one takes the place of: its own time is no clash.</param>
    public async Task<Outcome<Contact>> MakeAsync(
        Section section,
        PlannedTime time,
        StaffId? by,
        ContactId? instead,
        CancellationToken ct
    )
    {
        var kind =
            await kinds.FindAsync(time.Kind, ct)
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
        contact.In(kind.InOffice ? time.Room : null);
        contact.OfGroup(time.Group);
        if (contact.RoomId is { } room && !await clashes.IsRoomOfAsync(room, section.OfficeId, ct))
        {
            return new NoSuchRoom();
        }

        if (kind.AsksAttendance && at > clock.Now && await clashes.FindAsync(contact, instead, ct) is { } clash)
        {
            var other = TimeOnly.FromDateTime(PlusClock.LocalOf(clash.At));
            return clash.OfRoom ? new RoomIsTaken(other) : new StaffIsBusy(other);
        }

        db.Add(contact);
        return contact;
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;

namespace Plus.Shared.Contacts.Recording;

/// <summary>A failure of the client within the last twelve months.</summary>
public sealed record Failure(ContactId Id, DateTimeOffset At, string Kind, ContactState State, string? AbsenceReason);

/// <summary>A contact of another client whom this one must not meet, close in time and place.</summary>
public sealed record Touching(DateTimeOffset At, string Kind, string Reason);

/// <summary>Reads what must be known when an outcome is recorded or a contact planned.</summary>
public sealed class ContactReader(
    PlusDb db,
    ContactKinds kinds,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>The contact within the person's reach, with its section's id.</summary>
    public async Task<(Contact Contact, SectionId Section)?> FindAsync(
        ContactId id,
        string permission,
        CancellationToken ct
    )
    {
        var sections = db.Set<Section>().Within(staff.Current, permission);
        var contact = await db.Set<Contact>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id && sections.Any(s => s.Id == c.SectionId), ct);
        return contact?.SectionId is { } section ? (contact, section) : null;
    }

    /// <summary>The rooms of an office, to choose from.</summary>
    public async Task<IReadOnlyList<Choice>> RoomsAsync(OfficeId? office, CancellationToken ct)
    {
        var rooms = await db.Set<Room>()
            .AsNoTracking()
            .Where(r => r.OfficeId == office && r.Active)
            .OrderBy(r => r.Name)
            .ToListAsync(ct);
        return [.. rooms.Select(r => new Choice(r.Id.ToString(), r.Name))];
    }

    /// <summary>Unjustified absences and contacts without compliance of the last twelve months, newest first.</summary>
    public Task<List<Failure>> FailuresAsync(ClientId client, CancellationToken ct)
    {
        var since = PlusClock.InstantOf(clock.Today.AddMonths(-12), TimeOnly.MinValue);
        return db.Set<Contact>()
            .Where(c =>
                c.ClientId == client
                && c.PlannedAt >= since
                && (c.Complied == false || c.AbsenceReason == "unjustified" || c.AbsenceReason == "waitingForEvidence")
            )
            .OrderByDescending(c => c.PlannedAt)
            .Select(c => new Failure(c.Id, c.PlannedAt, c.Kind, c.State, c.AbsenceReason))
            .ToListAsync(ct);
    }

    /// <summary>
    /// Planned contacts of people whom the client must not meet, in the same office and less than the set minutes apart
    /// (a parameter; an hour unless the Service says otherwise), when the mark is in force on that day. Nothing is said of
    /// who they are beyond what the mark itself says.
    /// </summary>
    public async Task<IReadOnlyList<Touching>> TouchingAsync(Contact planned, OfficeId? office, CancellationToken ct)
    {
        var near = (await kinds.ReadAsync(ct)).Where(k => k.InOffice).Select(k => k.Code).ToList();
        if (!near.Contains(planned.Kind) || office is null)
        {
            return [];
        }

        var day = PlusClock.DayOf(planned.PlannedAt);
        var client = planned.ClientId;
        var apart = (await rules.ReadAsync(ct)).Parameters.Get(ParameterCodes.ContactsApartMinutes, day).WholeNumber;
        var to = planned.PlannedAt.AddMinutes(planned.Minutes + apart);
        var since = planned.PlannedAt.AddMinutes(-apart);
        return await (
            from m in db.Set<MustNotMeet>()
            where (m.FirstId == client || m.SecondId == client) && m.From <= day && (m.To == null || m.To >= day)
            from c in db.Set<Contact>()
            where
                c.ClientId == (m.FirstId == client ? m.SecondId : m.FirstId)
                && c.State == ContactState.Planned
                && near.Contains(c.Kind)
                && c.PlannedAt.AddMinutes(c.Minutes) >= since
                && c.PlannedAt <= to
                && db.Set<Section>().Any(s => s.Id == c.SectionId && s.OfficeId == office)
            orderby c.PlannedAt
            select new Touching(c.PlannedAt, c.Kind, m.Reason)
        ).ToListAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Recording;

/// <summary>What became of a contact. Attended and complied are two facts.</summary>
/// <param name="Attended">Null for kinds that ask no attendance: the check was made.</param>
/// <param name="AbsenceReason">Only when not attended.</param>
/// <param name="Next">The next appointment, when one is made at once.</param>
/// <param name="Seconds">From opening the page to sending it.</param>
public sealed record ContactOutcome(
    bool? Attended,
    bool? Complied,
    string? AbsenceReason,
    string? Note,
    PlannedTime? Next,
    int? Seconds
);

/// <summary>A contact and its section, tracked.</summary>
internal sealed record ContactInHand(Contact Contact, Section Section);

/// <summary>Records outcomes, moves and cancels contacts.</summary>
internal sealed class RecordContactHandler(
    PlusDb db,
    SectionEditing editing,
    PlanContactHandler planning,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>
    /// Takes a contact in hand with its section, case and document, in one statement; null when it is not within reach.
    /// </summary>
    public async Task<ContactInHand?> TakeAsync(ContactId id, CancellationToken ct)
    {
        var found = await (
            from c in db.Set<Contact>()
            join s in db.Set<Section>().Within(staff.Current, ContactsModule.Record)
                on c.SectionId equals (SectionId?)s.Id
            join k in db.Set<Case>() on s.CaseId equals k.Id
            join b in db.Set<Basis>() on s.BasisId equals b.Id
            where c.Id == id
            select new
            {
                Contact = c,
                Section = s,
                Case = k,
                Basis = b,
            }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new ContactInHand(found.Contact, found.Section);
    }

    public async Task<Outcome<Contact>> RecordAsync(
        ContactInHand taken,
        ContactOutcome outcome,
        uint version,
        CancellationToken ct
    )
    {
        var (contact, section) = taken;
        db.Entry(contact).Property(c => c.Version).OriginalValue = version;
        var waiting = contact is { State: ContactState.Missed, AbsenceReason: "waitingForEvidence" };
        if (contact.State != ContactState.Planned && !waiting)
        {
            return new OutcomeIsRecorded();
        }

        if (PlusClock.DayOf(contact.PlannedAt) > clock.Today)
        {
            return new ContactHasNotBegun();
        }

        if (outcome.Attended ?? true)
        {
            contact.Held(outcome.Complied ?? true, outcome.Note, clock.Now, outcome.Seconds);
        }
        else
        {
            contact.Missed(outcome.AbsenceReason!, outcome.Note, clock.Now, outcome.Seconds);
        }

        if (outcome.Next is { } next)
        {
            var made = await planning.MakeAsync(section, next, contact.StaffId ?? staff.Current.Id, contact.Id, ct);
            if (!made.Done)
            {
                return made.Refusal;
            }

            contact.FollowedBy(made.Value.Id);
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(ContactsModule.Recorded)
            {
                OnDay = PlusClock.DayOf(contact.PlannedAt),
                Subject = contact.Id.Value,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = contact.Kind,
                    ["at"] = contact.PlannedAt,
                    ["attended"] = contact.Attended,
                    ["complied"] = contact.Complied,
                    ["absence"] = contact.AbsenceReason,
                },
            },
            ct
        );
        return done.Done ? contact : done.Refusal;
    }

    /// <summary>Moves a planned contact to another time; who asked for it is kept.</summary>
    public async Task<Outcome<Contact>> MoveAsync(
        ContactId id,
        PlannedTime time,
        string changedBy,
        uint version,
        CancellationToken ct
    )
    {
        var found = await FindAsync(id, version, ct);
        if (!found.Done)
        {
            return found.Refusal;
        }

        var (contact, section) = found.Value;
        if (contact.State != ContactState.Planned)
        {
            return new OutcomeIsRecorded();
        }

        var made = await planning.MakeAsync(
            section,
            time with
            {
                Group = contact.GroupId is { } group && time.Day == PlusClock.DayOf(contact.PlannedAt) ? group : null,
            },
            contact.StaffId,
            contact.Id,
            ct
        );
        if (!made.Done)
        {
            return made.Refusal;
        }

        contact.MovedTo(made.Value.Id, changedBy, clock.Now);
        return await CommitAsync(contact, section, ContactsModule.Moved, changedBy, made.Value, ct);
    }

    public async Task<Outcome<Contact>> CancelAsync(
        ContactId id,
        string changedBy,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        var found = await FindAsync(id, version, ct);
        if (!found.Done)
        {
            return found.Refusal;
        }

        var (contact, section) = found.Value;
        if (contact.State != ContactState.Planned)
        {
            return new OutcomeIsRecorded();
        }

        contact.Cancel(changedBy, note, clock.Now);
        return await CommitAsync(contact, section, ContactsModule.Cancelled, changedBy, contact, ct);
    }

    private async Task<Outcome<Contact>> CommitAsync(
        Contact contact,
        Section section,
        ProcessType type,
        string changedBy,
        Contact result,
        CancellationToken ct
    )
    {
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = contact.Id.Value,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = contact.Kind,
                    ["at"] = contact.PlannedAt,
                    ["to"] = result.PlannedAt,
                    ["changedBy"] = changedBy,
                },
            },
            ct
        );
        return done.Done ? result : done.Refusal;
    }

    private async Task<Outcome<ContactInHand>> FindAsync(ContactId id, uint version, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is not { } taken)
        {
            return new NoSuchRecord();
        }

        db.Entry(taken.Contact).Property(c => c.Version).OriginalValue = version;
        return taken;
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Incidents.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.Incidents.Recording;

/// <summary>Records an incident while a section was executed; a closed one too, since it may come to light afterwards.</summary>
internal sealed class RecordIncidentHandler(
    PlusDb db,
    SectionEditing editing,
    IncidentRecording recording,
    PlusClock clock
)
{
    public async Task<Outcome<Guid>> RecordAsync(NewIncident wanted, CancellationToken ct)
    {
        var section = await editing.FindAsync(wanted.Section, IncidentsModule.Work, null, ct);
        if (section is null or { State: SectionState.Annulled })
        {
            return new NoSuchRecord();
        }

        if (wanted.OccurredOn > clock.Today)
        {
            return new DayIsInFuture("OccurredOn");
        }

        if (wanted.OccurredOn < section.OpenedOn)
        {
            return new DayIsTooEarly("OccurredOn", section.OpenedOn);
        }

        // What the address names beside the section must be the section's own.
        if (
            wanted.Subject is { } subject
            && !await db.Set<Contact>().AnyAsync(c => c.Id == new ContactId(subject) && c.SectionId == section.Id, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (
            wanted.Host is { } host
            && !await db.Set<Placement>().AnyAsync(p => p.SectionId == section.Id && p.HostEmployerId == host, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (await recording.AddAsync(wanted, ct) is not { } incident)
        {
            return new KindIsNotRecorded();
        }

        var done = await editing.CommitAsync(section, IncidentRecording.Start(incident), ct);
        return done.Done ? incident.Id : done.Refusal;
    }
}

/// <summary>The kind is not in use.</summary>
internal sealed record KindIsNotRecorded() : Refusal("incidents.refusal.kindNotInUse")
{
    public override string? Field => "Kind";
}

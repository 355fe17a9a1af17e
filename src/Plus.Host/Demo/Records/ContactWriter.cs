using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Journal.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Contacts held and missed, and notes, over the time a section ran.</summary>
internal sealed class ContactWriter(
    CopyStore store,
    DemoProcesses processes,
    DemoWords words,
    DemoCalendar calendar,
    DemoRandom chance
)
{
    private static readonly string[] Kinds =
    [
        "office",
        "office",
        "office",
        "office",
        "office",
        "phone",
        "phone",
        "home",
        "workplace",
    ];

    /// <summary>So many contacts on days between two, the last day included.</summary>
    public void Past(DemoRecord record, DateOnly from, DateOnly to, int count)
    {
        var days = to.DayNumber - from.DayNumber;
        for (var i = 0; i < count && days > 0; i++)
        {
            var day = calendar.OnOrBefore(from.AddDays((days * i / count) + chance.Below(Math.Max(1, days / count))));
            if (day < from)
            {
                continue;
            }

            var contact = Plan(record, day);
            var recorded = contact.PlannedAt.AddMinutes(chance.Between(20, 240));
            if (chance.Percent(88))
            {
                contact.Held(
                    chance.Percent(93),
                    chance.Percent(40) ? chance.One(words.ContactNotes) : null,
                    recorded,
                    chance.Between(18, 90)
                );
            }
            else
            {
                contact.Missed(
                    chance.Percent(60) ? "justified" : "unjustified",
                    null,
                    recorded,
                    chance.Between(15, 60)
                );
            }

            store.Add(contact);
            processes.Changes.Added(contact);
            processes.Add(
                DemoProcesses.ContactRecorded,
                record,
                day,
                record.Manager,
                contact.Id.Value,
                ("kind", contact.Kind),
                ("at", contact.PlannedAt)
            );
        }
    }

    /// <summary>A contact that is to come, or whose outcome is missing.</summary>
    public void Planned(DemoRecord record, DateOnly day, DateOnly plannedOn)
    {
        var contact = Plan(record, day);
        store.Add(contact);
        processes.Changes.Added(contact);
        processes.Add(
            DemoProcesses.ContactPlanned,
            record,
            plannedOn,
            record.Manager,
            contact.Id.Value,
            ("kind", contact.Kind),
            ("at", contact.PlannedAt)
        );
    }

    public void Note(DemoRecord record, DateOnly day)
    {
        var at = PlusClock.InstantOf(day, new TimeOnly(chance.Between(9, 16), chance.Below(60)));
        var entry = new JournalEntry(
            Guid.CreateVersion7(at),
            record.Person.Id,
            record.Section,
            "note",
            day,
            chance.One(words.Journal),
            record.Manager,
            at
        );
        store.Add(entry);
        processes.Changes.Added(entry);
        processes.Add(DemoProcesses.NoteWritten, record, day, record.Manager, entry.Id, ("kind", entry.Kind));
    }

    private Contact Plan(DemoRecord record, DateOnly day)
    {
        var kind = chance.One(Kinds);
        var at = PlusClock.InstantOf(day, new TimeOnly(chance.Between(8, 16), chance.One([0, 15, 30, 45])));
        var contact = new Contact(
            ContactId.New(),
            record.Person.Id,
            record.Section,
            kind,
            at,
            kind == "phone" ? 10 : 30,
            kind == "office" ? record.Office.Name : null
        );
        contact.With(record.Manager);
        return contact;
    }
}

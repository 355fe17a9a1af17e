using Plus.Host.Demo.People;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Records;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Ids;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Host.Demo.Present;

/// <summary>Appointments around today, missing outcomes, suspensions, pairs who must not meet, possible duplicates.</summary>
internal sealed class PresentLife(
    CopyStore store,
    DemoProcesses processes,
    ContactWriter contacts,
    DateOnly today,
    DemoCalendar calendar,
    DemoRandom chance
)
{
    private const int AppointmentsToday = 7;

    public void Live(IReadOnlyList<DemoRecord> open, StaffId logInManager)
    {
        var mine = 0;
        for (var i = 0; i < open.Count; i++)
        {
            var record = open[i];
            if (record.OpenState == SectionState.Suspended)
            {
                var from = Later(record.RegisteredOn!.Value, today.AddDays(-25));
                var suspension = new Suspension(record.Section!.Value, from, "illness");
                store.Add(suspension);
                processes.Changes.Added(suspension);
                processes.Add(
                    DemoProcesses.Suspended,
                    record,
                    from,
                    record.Manager,
                    null,
                    ("measure", record.Measure),
                    ("day", from),
                    ("reason", "illness")
                );
                continue;
            }

            if (record.RegisteredOn is not { } registered || record.Manager is null)
            {
                continue;
            }

            var begin = Later(registered, today.AddDays(-75));
            contacts.Past(record, begin, calendar.OnOrBefore(today.AddDays(-7)), chance.Between(1, 4));
            if (i % 3 == 0)
            {
                contacts.Note(record, calendar.OnOrBefore(chance.Day(begin, today.AddDays(-1))));
            }

            if (record.Manager == logInManager && mine < AppointmentsToday)
            {
                mine++;
                contacts.Planned(record, today, PlannedOn(registered));
            }
            else
            {
                contacts.Planned(record, NextDay(i), PlannedOn(registered));
            }

            if (i % 24 == 5 && begin < today.AddDays(-6))
            {
                var day = calendar.OnOrBefore(today.AddDays(-chance.Between(2, 5)));
                contacts.Planned(record, day, calendar.OnOrBefore(day.AddDays(-7)));
            }
        }
    }

    /// <summary>Pairs of clients of one office who must not meet.</summary>
    public void KeepApart(IReadOnlyList<DemoRecord> open)
    {
        foreach (var office in open.GroupBy(r => r.Office.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var people = office.Select(r => r.Person).Distinct().Take(4).ToList();
            if (people.Count >= 2)
            {
                store.Add(new MustNotMeet(people[0].Id, people[1].Id, "victimAndOffender", null, today.AddDays(-60)));
            }

            if (people.Count == 4)
            {
                store.Add(
                    new MustNotMeet(people[2].Id, people[3].Id, "coAccused", "Viena krimināllieta.", today.AddDays(-30))
                );
            }
        }
    }

    /// <summary>A few persons have come twice under one name and birth date: a human is to decide.</summary>
    public void Duplicates(IEnumerable<(DemoPerson One, DemoPerson Other)> pairs)
    {
        foreach (var (one, other) in pairs)
        {
            store.Add(new PossibleDuplicate(one.Id, other.Id, "sameNameAndBirthDate"));
        }
    }

    private DateOnly PlannedOn(DateOnly registered) =>
        Later(registered, calendar.OnOrBefore(today.AddDays(-chance.Between(1, 9))));

    private DateOnly NextDay(int i) =>
        i % 6 == 0
            ? (calendar.IsWorking(today) ? today : calendar.OnOrAfter(today))
            : calendar.OnOrAfter(today.AddDays(chance.Between(1, 20)));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

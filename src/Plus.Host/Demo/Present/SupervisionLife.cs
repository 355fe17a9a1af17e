using System.Text.Json;
using Plus.Functions.Supervision.Monitoring.Intake;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Records;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Contacts;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;

namespace Plus.Host.Demo.Present;

/// <summary>What supervision has today: rooms, levels of risk, plans with stages of change, devices, permitted hours, alarms.</summary>
internal sealed class SupervisionLife(
    CopyStore store,
    DemoProcesses processes,
    DateOnly today,
    DemoCalendar calendar,
    DemoRandom chance
)
{
    private static readonly string[] Alarms = ["leftHome", "offRoute", "batteryLow", "strapTamper", "powerLost"];

    private readonly IReadOnlyList<DemoNeed> needs = DemoNeed.Read();

    private readonly RequestWriter requests = new(store, processes, today);

    public void Live(IReadOnlyList<DemoRecord> open)
    {
        foreach (var office in open.Select(r => r.Office).DistinctBy(o => o.Id))
        {
            store.Add(new Room(office.Id, "1. sarunu telpa"));
            store.Add(new Room(office.Id, "2. sarunu telpa"));
        }

        var worn = 0;
        var supervised = open.Where(r => r is { IsSupervision: true, RegisteredOn: not null, Manager: not null })
            .ToList();
        for (var i = 0; i < supervised.Count; i++)
        {
            var record = supervised[i];
            Norm(record, i);
            if (i % 3 != 2)
            {
                Plan(record, i);
            }

            if (i % 4 == 1)
            {
                requests.Write(record, i / 4);
            }

            if (record.Monitoring == DemoMonitoring.Runs)
            {
                Monitor(record, worn++);
            }
        }

        for (var i = 0; i < 6; i++)
        {
            store.Add(new MonitoringDevice(MonitoringDevice.Kinds[i % 3], $"EU-9{i:000}"));
        }

        store.Add(new CallListEntry(1, "Uzraudzības centra vadītājs", "+371 60000001"));
        store.Add(new CallListEntry(2, "Dežurējošais nodaļas vadītājs", "+371 60000002"));
    }

    private void Norm(DemoRecord record, int i)
    {
        var level =
            i % 5 == 0 ? ContactLevel.High
            : i % 2 == 0 ? ContactLevel.Medium
            : ContactLevel.Low;
        var from = Day(record, 60);
        var norm = new ContactNorm(record.Section!.Value, level, "Risku un vajadzību novērtējums.", from);
        store.Add(norm);
        processes.Changes.Added(norm);
        processes.Add("contacts.normSet", record, from, record.Manager, null, ("level", level));
    }

    private void Plan(DemoRecord record, int i)
    {
        var section = record.Section!.Value;
        var made = Day(record, 150);
        var views = new List<NeedView>();
        foreach (var told in new[] { needs[i % needs.Count], needs[(i + 3) % needs.Count] }.Distinct())
        {
            var need = new PlanNeed(section, told.Domain, told.Wording, "entered", made);
            var stages = Stages(need, made, i);
            var goal = new PlanGoal(need.Id, section, told.Goal, made);
            var due = calendar.OnOrAfter(today.AddDays(chance.Between(-4, 60)));
            var step = new PlanStep(goal.Id, section, told.Step, "client", due);
            store.Add(need);
            store.AddRange(stages);
            store.Add(goal);
            store.Add(step);
            processes.Changes.Added(need);
            processes.Add("plans.needAdded", record, made, record.Manager, need.Id, ("domain", need.Domain));
            views.Add(new NeedView(need, stages, "", [(goal, [step])]));
        }

        var review = calendar.OnOrAfter(today.AddDays(chance.Between(-6, 80)));
        var version = new PlanVersion(
            section,
            1,
            made,
            i % 7 == 3 ? "reservations" : "agreed",
            i % 7 == 3 ? "Nevēlas apmeklēt nodarbības darba laikā." : null,
            "Atbalsta ģimene, prot plānot dienu.",
            review,
            JsonSerializer.Serialize(PlanCopy.Of(new PlanView(views, [], null)), PlanCopy.Options),
            record.Manager!.Value
        );
        store.Add(version);
        store.Add(new PlanStep(null, section, "", "staff", review));
        processes.Changes.Added(version);
        processes.Add("plans.agreed", record, made, record.Manager, null, ("number", 1));
    }

    private List<NeedStage> Stages(PlanNeed need, DateOnly made, int i)
    {
        string[][] ways =
        [
            ["precontemplation", "contemplation", "preparation", "action"],
            ["contemplation", "preparation", "relapse", "contemplation"],
            ["preparation", "action", "maintenance"],
            ["precontemplation"],
        ];
        var way = ways[i % ways.Length];
        var days = today.DayNumber - made.DayNumber;
        return
        [
            .. way.Select(
                (s, n) =>
                    new NeedStage(
                        need.Id,
                        need.SectionId,
                        s,
                        made.AddDays(days * n / way.Length),
                        n == 0 ? "Pirmā saruna par plānu." : "Saruna tikšanās laikā."
                    )
            ),
        ];
    }

    private void Monitor(DemoRecord record, int n)
    {
        var section = record.Section!.Value;
        var attached = record.RegisteredOn!.Value.AddDays(3);
        if (attached >= today)
        {
            return;
        }

        var at = PlusClock.InstantOf(attached, new TimeOnly(11, 0));
        var device = new MonitoringDevice("presence", $"EU-{n:0000}");
        device.Enter(DeviceState.Attached);
        store.Add(device);
        store.Add(new DeviceStep(device.Id, section, "issued", at.AddHours(-1), record.Manager!.Value, null));
        store.Add(new DeviceStep(device.Id, section, "attached", at, record.Manager!.Value, null));
        store.Add(
            new SuitabilityReport(section, record.OpenedOn, true, true, true, "Dzīvoklis ar elektrību, ģimene piekrīt.")
        );
        for (var weekday = 1; weekday <= 5; weekday++)
        {
            store.Add(
                new PermittedHours(section, weekday, null, 7 * 60, (16 * 60) + 30, "work", "Mājas – darbs – mājas")
            );
        }

        store.Add(new PermittedHours(section, 6, null, 10 * 60, 13 * 60, "errands", null));
        Employ(section, attached, n);
        if (n % 2 == 0)
        {
            var kind = Alarms[n / 2 % Alarms.Length];
            var occurred = PlusClock.InstantOf(today, new TimeOnly(6, 0)).AddMinutes(chance.Below(50));
            store.Add(
                new Alarm(
                    $"demo-{n}",
                    section,
                    device.Serial,
                    kind,
                    VendorMessage.Severities[kind],
                    occurred,
                    occurred.AddSeconds(20)
                )
            );
        }
    }

    // Four of five have found work in the first month.
    private void Employ(SectionId section, DateOnly attached, int n)
    {
        var seen = calendar.OnOrAfter(attached.AddDays(25));
        if (seen > today)
        {
            return;
        }

        var employment = new MonitoringEmployment(section, seen, "Iesniegts darba līgums, pārbaudīts tikšanās laikā.");
        if (n % 5 == 4)
        {
            employment = new MonitoringEmployment(section, seen, "Darbu vēl nav atradis, meklē ar palīdzību.");
            employment.WorksNot("employmentAgency");
        }
        else
        {
            employment.Works(attached.AddDays(12), "SIA “Kokapstrāde”", "contract");
        }

        store.Add(employment);
    }

    private DateOnly Day(DemoRecord record, int daysBack)
    {
        var early = today.AddDays(-daysBack);
        return record.RegisteredOn!.Value > early ? record.RegisteredOn.Value : calendar.OnOrBefore(early);
    }
}

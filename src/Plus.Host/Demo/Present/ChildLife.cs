using Plus.Functions.ProbationObservation.Records;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Records;
using Plus.Host.Demo.Storage;
using Plus.Law.Sections;
using Plus.Shared.Plans.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Shared.WorkHours.Reporting;

namespace Plus.Host.Demo.Present;

/// <summary>Children under observation today: their parents' duties, school, reports to the court, a plan to read together; and what the court was told of children at work.</summary>
internal sealed class ChildLife(CopyStore store, DemoProcesses processes, DateOnly today, DemoCalendar calendar)
{
    private static readonly (string Kind, string Wording)[] Duties =
    [
        ("inform", "Katru mēnesi pastāstīt, kā bērnam veicas mājās un skolā."),
        ("attend", "Ierasties kopā ar bērnu uz sarunu par plānu."),
        ("supervise", "Rūpēties, lai bērns pēc plkst. 22 ir mājās."),
    ];

    private static readonly string[] Schools =
    [
        "Parauga pamatskola",
        "Parauga 2. vidusskola",
        "Parauga tehnikums",
        "Parauga vakara vidusskola",
    ];

    public void Live(IReadOnlyList<DemoRecord> open)
    {
        foreach (
            var child in open.Where(r =>
                    r is { Measure: MeasureCode.EducationalCommunityWork, Section: not null }
                    && r.RegisteredOn?.AddDays(20) < today
                )
                .Select((r, i) => (Record: r, Ordinal: i))
        )
        {
            WorkReport(child.Record, child.Ordinal);
        }

        var children = open.Where(r =>
                r is { Measure: MeasureCode.ProbationObservation, Section: not null, Manager: not null }
                && r.RegisteredOn < today
                && r.Person.Representative is not null
            )
            .ToList();
        for (var i = 0; i < children.Count; i++)
        {
            Duty(children[i], i);
            School(children[i], i);
            Plan(children[i], i);
            if (children[i].RegisteredOn!.Value.AddDays(60) < today)
            {
                Report(children[i]);
            }
        }
    }

    // One in four waits to be told: that is the case manager's task of today.
    private void WorkReport(DemoRecord record, int i)
    {
        if (i % 4 == 3)
        {
            return;
        }

        var (from, to) = (record.RegisteredOn!.Value, today.AddDays(-4 - (i % 10)));
        var told = record.Hours.Where(h => h.Day <= to).ToList();
        var done = told.Sum(h => h.Hours) * 60;
        var missed = i % 3 == 1 ? 1 : 0;
        var report = new WorkReport(
            record.Section!.Value,
            "Rīgas pilsētas tiesa",
            new WorkProgress(
                from,
                to,
                done,
                Math.Max(0, (record.ImposedHours * 60) - done),
                told.Count + missed,
                told.Count,
                missed,
                0
            ),
            to,
            null,
            record.Manager
        );
        store.Add(report);
        processes.Changes.Added(report);
        processes.Add("workHours.reported", record, to, record.Manager, report.Id, ("from", from), ("to", to));
    }

    private void Duty(DemoRecord record, int i)
    {
        var set = record.RegisteredOn!.Value;
        for (var n = 0; n < 2; n++)
        {
            var (kind, wording) = Duties[(i + n) % Duties.Length];
            var duty = new RepresentativeDuty(
                record.Section!.Value,
                record.Person.Representative!.Value,
                kind,
                wording,
                set,
                kind == "attend" ? set.AddDays(20) : null
            );
            store.Add(duty);
            processes.Changes.Added(duty);
            processes.Add("probationObservation.dutySet", record, set, record.Manager, duty.Id, ("kind", kind));
            if (kind == "attend" && set.AddDays(20) < today)
            {
                var state = i % 4 == 3 ? RepresentativeDuty.NotDone : RepresentativeDuty.Done;
                var on = set.AddDays(18);
                processes.Changes.Changed(
                    duty,
                    () => duty.End(state, on, i % 4 == 3 ? "Neieradās, iemeslu nepaziņoja." : "Ieradās laikā.")
                );
                processes.Add("probationObservation.dutyEnded", record, on, record.Manager, duty.Id, ("state", state));
            }
        }
    }

    private void School(DemoRecord record, int i)
    {
        var on = record.RegisteredOn!.Value;
        var attendance = ChildSchool.Attendances[i % 5 == 4 ? 3 : i % 3];
        var school = new ChildSchool(
            record.Section!.Value,
            Schools[i % Schools.Length],
            i % 4 == 2 ? "1. kurss" : "9. klase",
            "Klases audzinātāja, +371 20000000",
            attendance,
            attendance == "misses" ? "Kavē pirmās stundas." : null,
            on
        );
        store.Add(school);
        processes.Changes.Added(school);
        processes.Add(
            "probationObservation.schoolTold",
            record,
            on,
            record.Manager,
            school.Id,
            ("attendance", attendance)
        );
    }

    private void Plan(DemoRecord record, int i)
    {
        var section = record.Section!.Value;
        var made = record.RegisteredOn!.Value;
        var need = new PlanNeed(
            section,
            i % 2 == 0 ? "education" : "peers",
            i % 2 == 0 ? "Kavē skolu un atpaliek mācībās." : "Draugi, ar kuriem kopā izdarīja nodarījumu.",
            "entered",
            made
        );
        var goal = new PlanGoal(
            need.Id,
            section,
            i % 2 == 0 ? "pabeigt klasi bez kavējumiem" : "atrast pulciņu, kur man ir interesanti",
            made
        );
        store.Add(need);
        store.Add(
            new NeedStage(need.Id, section, i % 3 == 0 ? "preparation" : "contemplation", made, "Saruna ar bērnu.")
        );
        store.Add(goal);
        store.Add(
            new PlanStep(
                goal.Id,
                section,
                i % 2 == 0 ? "Katru rītu ierasties skolā laikā" : "Aiziet uz divām nodarbībām un izvēlēties vienu",
                "client",
                calendar.OnOrAfter(today.AddDays(14 + (i % 20)))
            )
        );
        store.Add(
            new PlanStep(
                goal.Id,
                section,
                "Palīdzēt no rīta piecelties un sagatavoties",
                "family",
                calendar.OnOrAfter(today.AddDays(21 + (i % 20)))
            )
        );
        processes.Changes.Added(need);
        processes.Add("plans.needAdded", record, made, record.Manager, need.Id, ("domain", need.Domain));
    }

    private void Report(DemoRecord record)
    {
        var from = record.RegisteredOn!.Value;
        var sent = calendar.OnOrAfter(from.AddDays(50));
        var report = new CourtReport(
            record.Section!.Value,
            "progress",
            "Rīgas pilsētas tiesa",
            from,
            from.AddDays(45),
            sent,
            "Bērns ierodas uz tikšanām un pilda pienākumus; ģimene sadarbojas.",
            null
        );
        store.Add(report);
        processes.Changes.Added(report);
        processes.Add("probationObservation.reported", record, sent, record.Manager, report.Id, ("kind", report.Kind));
    }
}

using Plus.Functions.AssessmentReports.Records;
using Plus.Functions.CommunityWork.Records;
using Plus.Functions.EducationalCommunityWork.Records;
using Plus.Functions.Mediation.Records;
using Plus.Functions.ProbationSupervision.Records;
using Plus.Functions.Programmes.Records;
using Plus.Functions.Supervision.Records;
using Plus.Host.Demo.Organisation;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Ids;
using Plus.Law.Calendar;
using Plus.Law.CommunityWork;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using DayEntry = Plus.Functions.CommunityWork.Records.HoursEntry;
using LawEntry = Plus.Law.CommunityWork.HoursEntry;

namespace Plus.Host.Demo.Records;

/// <summary>What happens in a section after its opening, by function; and the hours worked day by day.</summary>
internal sealed class FunctionFacts(CopyStore store, DemoProcesses processes, DemoHostDetails hosts, DateOnly today)
{
    public void Complete(DemoRecord record, IReadOnlyList<object> own)
    {
        foreach (var fact in own)
        {
            if (fact is WorkMeasure measure)
            {
                Work(measure, record);
                continue;
            }

            processes.Changes.Changed(fact, () => Complete(record, fact));
            var day = record.ClosedOn ?? record.RegisteredOn ?? record.OpenedOn;
            processes.AddChanged(DemoProcesses.FactsChanged, record, day);
        }
    }

    /// <summary>Months of electronic monitoring that the court set.</summary>
    public static int MonitoringMonths(DemoRecord record) => 1 + (record.OpenedOn.DayNumber % 4);

    private void Complete(DemoRecord record, object fact)
    {
        switch (fact)
        {
            case ReportRequest request when record.ClosedOn is { } sent:
                request.SentOn = sent;
                request.Supported = record.Origin == "prison" ? record.Supported : null;
                break;
            case MediationProcess process:
                process.MediatorKind = record.ByVolunteer ? "volunteer" : "official";
                process.AgreementOn = record.Outcome == "settlement_reached" ? record.ClosedOn : null;
                break;
            case SupervisionSentence sentence:
                sentence.VictimIdentified = record.VictimIdentified;
                break;
            case ProbationSupervisionSentence sentence:
                sentence.VictimIdentified = record.VictimIdentified;
                break;
            case ElectronicMonitoring monitoring:
                Monitor(monitoring, record);
                break;
            case ProgrammeParticipation participation:
                participation.Setting = record.Origin!;
                participation.Online = record.Online;
                participation.StartedOn = record.OpenedOn.AddDays(7);
                participation.EndedOn = record.ClosedOn;
                break;
        }
    }

    private void Monitor(ElectronicMonitoring monitoring, DemoRecord record)
    {
        var attached = record.RegisteredOn!.Value.AddDays(3);
        if (attached >= today)
        {
            return;
        }

        monitoring.Attach(attached);
        var ends = attached.AddMonths(monitoring.Months);
        if (record.Monitoring == DemoMonitoring.Runs)
        {
            var nextYear = new DateOnly(attached.Year + 1, 1, 10);
            ends = ends > nextYear ? ends : nextYear;
        }

        if (record.ClosedOn < ends)
        {
            ends = record.ClosedOn.Value;
        }

        if (ends < today)
        {
            monitoring.End(ends, record.Monitoring == DemoMonitoring.CourtSubmission);
        }
    }

    private void Work(WorkMeasure measure, DemoRecord record)
    {
        processes.Changes.Changed(
            measure,
            () =>
            {
                measure.Conditions(record.WorkStatus, record.Consents, false);
                if (measure is EducationalWorkMeasure educational && record.OtherMeasureNotPerformed)
                {
                    educational.Ground = "otherMeasureNotPerformed";
                }
            }
        );
        processes.AddChanged(
            DemoProcesses.Conditions,
            record,
            record.RegisteredOn ?? record.OpenedOn,
            ("status", record.WorkStatus),
            ("consent", record.Consents)
        );

        if (record.Hours.Count == 0)
        {
            return;
        }

        var first = record.Hours[0].Day;
        record.Host ??= record.Person.Office.HostOn(first, record.OpenedOn.DayNumber);
        var placement = new Placement(
            record.Section!.Value,
            record.Host.Value,
            hosts.SiteOf(record.Host.Value),
            null,
            first
        );
        if (record.ClosedOn is { } closed)
        {
            placement.End(closed, "sectionClosed");
        }

        store.Add(placement);
        processes.Changes.Changed(measure, () => measure.PlaceAt(record.Host, first));
        processes.Changes.Added(placement);
        processes.Add(DemoProcesses.Placed, record, first, record.Manager, record.Host.Value.Value, ("from", first));
        foreach (var month in record.Hours.GroupBy(h => (h.Day.Year, h.Day.Month)))
        {
            var (from, to) = (month.Min(h => h.Day), month.Max(h => h.Day));
            foreach (var (day, hours) in month)
            {
                var entry = Entry(measure, record, day, hours * 60);
                store.Add(entry);
                processes.Changes.Added(entry);
            }

            processes.Add(
                DemoProcesses.Hours,
                record,
                to,
                record.Manager,
                null,
                ("from", from),
                ("to", to),
                ("credited", $"{month.Sum(h => h.Hours)}:00"),
                ("refused", "0:00")
            );
        }

        if (record.ClosedOn is null && record.Hours[^1].Day > today.AddDays(-60))
        {
            Plan(record, placement);
        }
    }

    // The next four weeks of who works now are planned, as far as the site has places.
    private void Plan(DemoRecord record, Placement placement)
    {
        var site = placement.SiteId!.Value;
        var request = new ScheduleRequest(
            new HoursFacts(
                record.ImposedHours * 60,
                record.RegisteredOn,
                null,
                [],
                [.. record.Hours.Select(h => new LawEntry(h.Day, h.Hours * 60))]
            ),
            today,
            today.AddDays(27),
            FreeHours.Daytime,
            day => WorkStatuses.On(record.WorkStatus, record.Person.Born, day),
            record.Consents,
            false,
            day => hosts.FreeOn(site, day),
            0
        );
        var schedule = ScheduleGenerator.Generate(request, WorkingCalendar.Standard, LegalParameters.Embedded);
        if (schedule.Days.Count == 0)
        {
            return;
        }

        foreach (var work in schedule.Days)
        {
            var day = new PlannedDay(record.Section!.Value, placement, work.Day, work.Start, work.Minutes);
            store.Add(day);
            processes.Changes.Added(day);
            hosts.Take(site, work.Day);
        }

        processes.Add(
            DemoProcesses.Scheduled,
            record,
            today,
            record.Manager,
            null,
            ("from", schedule.Days[0].Day),
            ("to", schedule.Days[^1].Day),
            ("days", schedule.Days.Count)
        );
    }

    private static WorkedDay Entry(WorkMeasure measure, DemoRecord record, DateOnly day, int minutes)
    {
        var minor = PersonAge.AgeOn(record.Person.Born, day) < 18;
        return measure is EducationalWorkMeasure
            ? new EducationalHoursEntry(
                record.Section!.Value,
                record.Host,
                day,
                minutes,
                0,
                null,
                minor,
                record.Manager
            )
            : new DayEntry(record.Section!.Value, record.Host, day, minutes, 0, null, minor, record.Manager);
    }
}

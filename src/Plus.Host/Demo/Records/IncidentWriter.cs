using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Time;
using Plus.Shared.Incidents;
using Plus.Shared.Incidents.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes a few incidents of sections that run today: some followed to their end, some that still wait.</summary>
internal sealed class IncidentWriter(CopyStore store, DemoProcesses processes, DemoWords words, DateOnly today)
{
    private const int EveryOne = 90;
    private int seen;
    private int written;

    public void Write(DemoRecord record)
    {
        if (
            record.Section is not { } section
            || record.RegisteredOn is not { } registered
            || record.ClosedOn is not null
            || record.Manager is not { } manager
            || ++seen % EveryOne != 0
        )
        {
            return;
        }

        var n = written++;
        var day = today.AddDays(-3 - (n % 40));
        if (day < registered)
        {
            return;
        }

        var kind = record.IsWork && n % 2 == 0 ? IncidentCodes.WorkAccident : Kinds[n % Kinds.Length];
        var at = PlusClock.InstantOf(day, new TimeOnly(15, 20));
        var incident = new Incident(section, kind, day, day.AddDays(3), at, manager);
        incident.Describe(new TimeOnly(14, 10), null, Affected[kind], words.Incidents[kind], null);
        store.Add(incident);
        processes.Changes.Added(incident);
        var told = new IncidentNotice(incident, IncidentLevels.Office, at, null);
        store.Add(told);
        processes.Changes.Added(told);
        processes.Add("incidents.recorded", record, day, manager, incident.Id, ("kind", kind), ("day", day));
        if (n % 3 == 0)
        {
            return;
        }

        var due = day.AddDays(14);
        var measure = new IncidentMeasure(
            incident,
            words.IncidentMeasures[n % words.IncidentMeasures.Count],
            "caseManager",
            due,
            manager
        );
        if (day.AddDays(7) < today)
        {
            measure.Finish("done", day.AddDays(7), words.IncidentMeasures[^1]);
        }

        store.Add(measure);
        processes.Changes.Added(measure);
        processes.Add(
            "incidents.measureDecided",
            record,
            day.AddDays(1),
            manager,
            incident.Id,
            ("day", day),
            ("due", due)
        );
    }

    private static readonly string[] Kinds = ["threatToStaff", "selfHarm", "violence"];

    private static readonly Dictionary<string, string> Affected = new(StringComparer.Ordinal)
    {
        [IncidentCodes.WorkAccident] = "client",
        ["threatToStaff"] = "staff",
        ["selfHarm"] = "client",
        ["violence"] = "other",
    };
}

using Plus.Law.Incidents;

namespace Plus.Law.Tasks;

/// <summary>
/// What incidents ask: to decide what is done, to do it by its day, and to close what is done with. They outlive the section:
/// a client's death closes it, and is followed all the same.
/// </summary>
internal static class IncidentTasks
{
    public static IEnumerable<DueTask> Of(SectionFacts facts)
    {
        foreach (var incident in facts.Incidents)
        {
            if (incident.Measures.Count == 0)
            {
                yield return Due(TaskKinds.IncidentReview, incident.Reference, incident.ReviewDueOn, incident);
                continue;
            }

            var open = incident.Measures.Where(m => m.EndedOn is null).ToList();
            foreach (var measure in open)
            {
                yield return Due(TaskKinds.IncidentMeasure, measure.Reference, measure.DueOn, incident);
            }

            if (open.Count == 0)
            {
                var last = incident.Measures.Max(m => m.EndedOn!.Value);
                var due = last > incident.ReviewDueOn ? last : incident.ReviewDueOn;
                yield return Due(TaskKinds.IncidentClosing, incident.Reference, due, incident);
            }
        }
    }

    private static DueTask Due(string kind, string key, DateOnly due, LiveIncident incident) =>
        new(kind, key, due, null, null, TaskRules.Values(("occurredOn", incident.OccurredOn)));
}

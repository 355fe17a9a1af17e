using Plus.Law.Rules;

namespace Plus.Law.Tasks;

/// <summary>What days of a child's observation ask: to see whether the representative did a duty, to report to the court.</summary>
internal static class ChildTasks
{
    public static IEnumerable<DueTask> Of(SectionFacts facts, DateOnly today, LegalParameters parameters)
    {
        // A day far ahead is no work of today.
        var soon = today.AddDays(parameters.Get(ParameterCodes.TermEndsWarningDays, today).WholeNumber);
        foreach (var duty in facts.Duties.Where(d => d.DueOn <= soon))
        {
            yield return Of(TaskKinds.RepresentativeDuty, duty.Reference, duty.DueOn);
        }

        if (facts.CourtReportBy is { } by && by <= soon)
        {
            yield return Of(TaskKinds.CourtReport, "", by);
        }
    }

    private static DueTask Of(string kind, string key, DateOnly dueOn) =>
        new(kind, key, dueOn, null, null, TaskRules.Values(("dueOn", dueOn)));
}

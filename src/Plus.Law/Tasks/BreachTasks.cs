using Plus.Law.Breaches;
using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Law.Tasks;

/// <summary>What violations ask of the case manager: one task each, by what it waits for. The terms of the Service are
/// parameters, since no source says them.</summary>
internal static class BreachTasks
{
    public static IEnumerable<DueTask> Of(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        foreach (var breach in facts.Breaches)
        {
            var standing = BreachCourses.On(breach.Course, today);
            if (Kind(standing.Waits) is not { } kind)
            {
                continue;
            }

            yield return Rule(standing.Waits) is { } rule
                ? TaskRules.Counted(
                    kind,
                    breach.Reference,
                    DeadlineCalculator.Compute(
                        DeadlineRule.From(parameters, rule, standing.Since),
                        standing.Since,
                        calendar
                    ),
                    ("occurredOn", breach.OccurredOn)
                )
                : new DueTask(
                    kind,
                    breach.Reference,
                    standing.DueOn,
                    null,
                    null,
                    TaskRules.Values(("occurredOn", breach.OccurredOn))
                );
        }
    }

    private static string? Kind(BreachWait waits) =>
        waits switch
        {
            BreachWait.Explanation => TaskKinds.BreachExplanation,
            BreachWait.Evidence => TaskKinds.BreachEvidence,
            BreachWait.Judgement => TaskKinds.BreachJudgement,
            BreachWait.Response => TaskKinds.BreachResponse,
            BreachWait.Serving => TaskKinds.WarningServing,
            _ => null,
        };

    // The day of an explanation or of evidence is the client's and stands in the record; the others are counted here.
    private static string? Rule(BreachWait waits) =>
        waits switch
        {
            BreachWait.Judgement => ParameterCodes.BreachJudgement,
            BreachWait.Response => ParameterCodes.BreachResponse,
            BreachWait.Serving => ParameterCodes.WarningServing,
            _ => null,
        };
}

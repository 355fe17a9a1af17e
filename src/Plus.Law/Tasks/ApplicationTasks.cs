using Plus.Law.Applications;
using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Law.Tasks;

/// <summary>What applications and notices of clients ask of the Service: a decision, a look whether the client came back or
/// moved, and a word on which office goes on.</summary>
internal static class ApplicationTasks
{
    public static IEnumerable<DueTask> Of(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        foreach (var application in facts.Applications)
        {
            if (Waiting(application, today, calendar, parameters) is { } task)
            {
                yield return task;
            }

            if (application.OtherOfficeSince is { } since)
            {
                var rule = DeadlineRule.From(parameters, ParameterCodes.TransferProposal, since);
                yield return TaskRules.Counted(
                    TaskKinds.TransferProposal,
                    application.Reference,
                    DeadlineCalculator.Compute(rule, since, calendar),
                    ("movedOn", since)
                );
            }
        }
    }

    private static DueTask? Waiting(
        OpenApplication application,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (application.Undecided)
        {
            var rule = DeadlineRule.From(parameters, ParameterCodes.DecideApplication, application.ReceivedOn);
            var deadline = DeadlineCalculator.Compute(rule, application.ReceivedOn, calendar);
            // A permission after the client has left is none: the journey itself is then the last day.
            return application.From < deadline.DueOn
                ? new DueTask(
                    TaskKinds.ApplicationDecision,
                    application.Reference,
                    application.From < application.ReceivedOn ? application.ReceivedOn : application.From,
                    null,
                    null,
                    TaskRules.Values(("receivedOn", application.ReceivedOn))
                )
                : TaskRules.Counted(
                    TaskKinds.ApplicationDecision,
                    application.Reference,
                    deadline,
                    ("receivedOn", application.ReceivedOn)
                );
        }

        if (application.LastDayAway is { } last)
        {
            return last < today
                ? new DueTask(
                    TaskKinds.ApplicationReturn,
                    application.Reference,
                    last.AddDays(1),
                    null,
                    null,
                    TaskRules.Values(("lastDay", last))
                )
                : null;
        }

        return application.Pending && application.From <= today
            ? new DueTask(
                TaskKinds.ApplicationChange,
                application.Reference,
                application.From,
                null,
                null,
                TaskRules.Values(("from", application.From))
            )
            : null;
    }
}

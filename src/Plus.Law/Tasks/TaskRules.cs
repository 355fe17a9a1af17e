using System.Globalization;
using Plus.Law.Calendar;
using Plus.Law.CommunityWork;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Tasks;

/// <summary>Computes a section's tasks from its facts: a task is never typed and never stored as truth. A section that is
/// closed has none but those of its incidents; one that is annulled has none.</summary>
public static class TaskRules
{
    public static IReadOnlyList<DueTask> For(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (!facts.State.IsOpen())
        {
            return facts.State == SectionState.Closed ? [.. IncidentTasks.Of(facts)] : [];
        }
        var tasks = new List<DueTask>();
        AddIfAny(tasks, CreateCase(facts, calendar, parameters));
        AddIfAny(tasks, RegisterClient(facts, today, calendar, parameters));
        tasks.AddRange(OutcomesMissing(facts, today, calendar, parameters));
        AddIfAny(tasks, WeeklyHours(facts, today, parameters));
        AddIfAny(tasks, TermEnds(facts, today, parameters));
        tasks.AddRange(PlanSteps(facts, today, parameters));
        AddIfAny(tasks, RespondToRequest(facts, calendar, parameters));
        tasks.AddRange(IncidentTasks.Of(facts));
        tasks.AddRange(BreachTasks.Of(facts, today, calendar, parameters));
        tasks.AddRange(ApplicationTasks.Of(facts, today, calendar, parameters));
        tasks.AddRange(ChildTasks.Of(facts, today, parameters));
        AddIfAny(tasks, WorkTasks.Employment(facts, calendar, parameters));
        AddIfAny(tasks, WorkTasks.Report(facts, today, calendar, parameters));
        AddIfAny(tasks, WorkTasks.TurnedAdult(facts, today, calendar, parameters));
        AddIfAny(tasks, WorkTasks.LimitationEnds(facts, today, parameters));
        return [.. tasks.OrderBy(t => t.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.Kind, StringComparer.Ordinal)];
    }

    private static DueTask? CreateCase(SectionFacts facts, WorkingCalendar calendar, LegalParameters parameters)
    {
        if (facts.CaseCreatedOn is not null)
        {
            return null;
        }
        var rule = DeadlineRule.From(parameters, ParameterCodes.CreateCase, facts.ReceivedOn);
        return Counted(TaskKinds.CreateCase, "", DeadlineCalculator.Compute(rule, facts.ReceivedOn, calendar));
    }

    private static DueTask? RegisterClient(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (facts.State != SectionState.Received || facts.RegisteredOn is not null)
        {
            return null;
        }
        var registration = new RegistrationFacts(
            facts.Measure,
            facts.InForceOn,
            facts.ReleasedOn,
            facts.WithImprisonment,
            facts.ReleasedEarly
        );
        var deadline = RegistrationDeadline.For(registration, today, calendar, parameters);
        return deadline is null ? null : Counted(TaskKinds.RegisterClient, "", deadline);
    }

    private static IEnumerable<DueTask> OutcomesMissing(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        foreach (var contact in facts.Contacts.Where(c => !c.HasOutcome && c.PlannedOn < today))
        {
            var waitDays = parameters.Get(ParameterCodes.OutcomeMissingAfterDays, contact.PlannedOn).WholeNumber;
            if (today < contact.PlannedOn.AddDays(waitDays))
            {
                continue;
            }
            var rule = DeadlineRule.From(parameters, ParameterCodes.EnterInformation, contact.PlannedOn);
            var deadline = DeadlineCalculator.Compute(rule, contact.PlannedOn, calendar);
            yield return Counted(
                TaskKinds.OutcomeMissing,
                contact.Reference,
                deadline,
                ("plannedOn", contact.PlannedOn)
            );
        }
    }

    // Only the last whole week is asked: earlier ones are history, the running one is not over.
    private static DueTask? WeeklyHours(SectionFacts facts, DateOnly today, LegalParameters parameters)
    {
        if (
            facts.Measure != MeasureCode.CommunityWork
            || facts.State is not (SectionState.Registered or SectionState.Active)
            || facts.Hours is not { } hours
            || facts.RegularWorkNotAvailable
        )
        {
            return null;
        }
        var week = WorkWeek.Check(today.AddDays(-7), hours, parameters);
        return week.IsBelowMinimum
            ? new DueTask(
                TaskKinds.WeeklyHoursBelowMinimum,
                week.Monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                week.Sunday,
                null,
                week.Source,
                Values(
                    ("monday", week.Monday),
                    ("sunday", week.Sunday),
                    ("requiredMinutes", week.RequiredMinutes),
                    ("creditedMinutes", week.CreditedMinutes),
                    ("missingMinutes", week.MissingMinutes)
                )
            )
            : null;
    }

    private static DueTask? TermEnds(SectionFacts facts, DateOnly today, LegalParameters parameters)
    {
        if (facts.TermLastDay is not { } lastDay)
        {
            return null;
        }
        var days = parameters.Get(ParameterCodes.TermEndsWarningDays, today).WholeNumber;
        return today < lastDay.AddDays(-days)
            ? null
            : new DueTask(TaskKinds.TermEnds, "", lastDay, null, null, Values(("lastDay", lastDay)));
    }

    // A step far ahead is no work of today; the plan itself shows it.
    private static IEnumerable<DueTask> PlanSteps(SectionFacts facts, DateOnly today, LegalParameters parameters)
    {
        var days = parameters.Get(ParameterCodes.TermEndsWarningDays, today).WholeNumber;
        return facts
            .Steps.Where(s => today >= s.DueOn.AddDays(-days))
            .Select(s => new DueTask(
                s.IsReview ? TaskKinds.PlanReview : TaskKinds.PlanStep,
                s.Reference,
                s.DueOn,
                null,
                null,
                Values(("dueOn", s.DueOn))
            ));
    }

    private static DueTask? RespondToRequest(SectionFacts facts, WorkingCalendar calendar, LegalParameters parameters)
    {
        if (
            facts.Measure != MeasureCode.AssessmentReport
            || facts.ReportSentOn is not null
            || facts.ReportRespondBy is not { } respondBy
        )
        {
            return null;
        }
        var rule = DeadlineRule.From(parameters, ParameterCodes.RespondToReportRequest, respondBy) with
        {
            EndOnDayOff = EndOnDayOff.Stays,
        };
        return Counted(
            TaskKinds.RespondToReportRequest,
            "",
            DeadlineCalculator.Compute(rule, respondBy, calendar),
            ("respondBy", respondBy)
        );
    }

    internal static DueTask Counted(
        string kind,
        string key,
        Deadline deadline,
        params (string Name, object Value)[] values
    ) => new(kind, key, deadline.DueOn, deadline, deadline.Rule.Source, Values(values));

    internal static Dictionary<string, object> Values(params (string Name, object Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    private static void AddIfAny(List<DueTask> tasks, DueTask? task)
    {
        if (task is not null)
        {
            tasks.Add(task);
        }
    }
}

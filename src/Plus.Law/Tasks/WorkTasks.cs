using Plus.Law.Calendar;
using Plus.Law.CommunityWork;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Tasks;

/// <summary>Tasks that time alone brings to work in hours: a child became an adult, the execution is about to be barred.</summary>
internal static class WorkTasks
{
    /// <summary>From the 18th birthday until somebody chose what follows: no choice is made by itself.</summary>
    public static DueTask? TurnedAdult(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (facts.ChildBornOn is not { } born || facts.AdultChoiceMade)
        {
            return null;
        }

        var birthday = Birthday(born, parameters.Get(ParameterCodes.AdultAge, today).WholeNumber);
        if (today < birthday)
        {
            return null;
        }

        var rule = DeadlineRule.From(parameters, ParameterCodes.AdultChoiceDays, birthday);
        return TaskRules.Counted(
            TaskKinds.TurnedAdult,
            "",
            DeadlineCalculator.Compute(rule, birthday, calendar),
            ("birthday", birthday)
        );
    }

    /// <summary>The court that imposed a child's work is told how it goes, until all is served.</summary>
    public static DueTask? Report(
        SectionFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (
            facts.WorkReportFrom is not { } from
            || (
                facts.Hours is { } hours
                && HoursBalance.Of(hours.ImposedMinutes, hours.Entries, hours.AdjustedMinutes).IsServed
            )
        )
        {
            return null;
        }

        var rule = DeadlineRule.From(parameters, ParameterCodes.ChildWorkReport, from);
        var deadline = DeadlineCalculator.Compute(rule, from, calendar);
        // A day far ahead is no work of today.
        var soon = today.AddDays(parameters.Get(ParameterCodes.TermEndsWarningDays, today).WholeNumber);
        return deadline.DueOn <= soon ? TaskRules.Counted(TaskKinds.WorkReport, "", deadline, ("from", from)) : null;
    }

    /// <summary>Under electronic monitoring it is seen in the first month whether the client found work.</summary>
    public static DueTask? Employment(SectionFacts facts, WorkingCalendar calendar, LegalParameters parameters)
    {
        if (facts.EmploymentFrom is not { } from)
        {
            return null;
        }

        var rule = DeadlineRule.From(parameters, ParameterCodes.MonitoringEmployment, from);
        return TaskRules.Counted(
            TaskKinds.MonitoringEmployment,
            "",
            DeadlineCalculator.Compute(rule, from, calendar),
            ("from", from)
        );
    }

    public static DueTask? LimitationEnds(SectionFacts facts, DateOnly today, LegalParameters parameters)
    {
        if (
            facts.Measure != MeasureCode.CommunityWork
            || facts.InForceOn is not { } inForce
            || facts.Hours is not { } hours
            || ExecutionLimitation.Of(inForce, hours.Suspensions, parameters) is not { LastDay: { } last } barred
            || today < last.AddDays(-parameters.Get(ParameterCodes.TermEndsWarningDays, today).WholeNumber)
        )
        {
            return null;
        }

        return new DueTask(
            TaskKinds.LimitationEnds,
            "",
            last,
            null,
            barred.Rule.LegalSource,
            TaskRules.Values(("lastDay", last))
        );
    }

    // Those born on 29 February are full of age on 1 March of a common year.
    private static DateOnly Birthday(DateOnly born, int years)
    {
        var day = born.AddYears(years);
        return day.Day == born.Day ? day : day.AddDays(1);
    }
}

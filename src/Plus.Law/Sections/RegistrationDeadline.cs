using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Law.Sections;

/// <summary>What the day by which a client must register depends on.</summary>
/// <param name="InForceOn">Day the ruling, penal order or decision entered into force.</param>
/// <param name="ReleasedOn">Day of release from prison.</param>
/// <param name="WithImprisonment">The same ruling imposes imprisonment that is really served; the count then starts at
/// release.</param>
/// <param name="ReleasedEarly">The imprisonment ends by conditional release before term.</param>
public sealed record RegistrationFacts(
    string Measure,
    DateOnly? InForceOn,
    DateOnly? ReleasedOn = null,
    bool WithImprisonment = false,
    bool ReleasedEarly = false
);

/// <summary>By when a client must register with the Service.</summary>
public static class RegistrationDeadline
{
    /// <summary>The deadline; one without a date while the event it counts from is not known (parole waits for the release
    /// date); null for a measure that knows no registration (mediation, assessment report, programme).</summary>
    /// <param name="today">Chooses the parameters only while the start is unknown; else the day of the event does.</param>
    public static Deadline? For(
        RegistrationFacts facts,
        DateOnly today,
        WorkingCalendar calendar,
        LegalParameters parameters
    )
    {
        if (RuleOf(facts) is not { } rule)
        {
            return null;
        }
        var start = rule.FromRelease ? facts.ReleasedOn : facts.InForceOn;
        var deadlineRule = DeadlineRule.From(parameters, rule.Parameter, start ?? today);
        return DeadlineCalculator.Compute(deadlineRule, start, calendar);
    }

    private static (string Parameter, bool FromRelease)? RuleOf(RegistrationFacts facts) =>
        facts.Measure switch
        {
            MeasureCode.SuspendedSentence => (ParameterCodes.RegisterSuspendedSentence, false),
            MeasureCode.Parole => (ParameterCodes.RegisterParole, true),
            MeasureCode.CommunityWork when !facts.WithImprisonment => (ParameterCodes.RegisterCommunityWork, false),
            MeasureCode.CommunityWork when facts.ReleasedEarly => (
                ParameterCodes.RegisterCommunityWorkReleasedEarly,
                true
            ),
            MeasureCode.CommunityWork => (ParameterCodes.RegisterCommunityWorkAfterPrison, true),
            MeasureCode.ProbationSupervision when facts.WithImprisonment => (
                ParameterCodes.RegisterProbationSupervisionAfterPrison,
                true
            ),
            MeasureCode.ProbationSupervision => (ParameterCodes.RegisterProbationSupervision, false),
            MeasureCode.ConditionalDischarge => (ParameterCodes.RegisterConditionalDischarge, false),
            MeasureCode.EducationalCommunityWork => (ParameterCodes.RegisterEducationalCommunityWork, false),
            MeasureCode.ProbationObservation => (ParameterCodes.RegisterProbationObservation, false),
            MeasureCode.Mediation or MeasureCode.AssessmentReport or MeasureCode.Programme => null,
            _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Measure, "Unknown measure."),
        };
}

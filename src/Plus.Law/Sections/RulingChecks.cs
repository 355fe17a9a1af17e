using Plus.Law.Identity;
using Plus.Law.Rules;

namespace Plus.Law.Sections;

/// <summary>Checks of a ruling's dates and persons. A refusal here marks the ruling for a human; it changes nothing in
/// it.</summary>
public static class RulingChecks
{
    /// <summary>A ruling enters into force on the day it is issued or later.</summary>
    public static Verdict DatesInOrder(DateOnly issuedOn, DateOnly inForceOn) =>
        issuedOn <= inForceOn
            ? Verdict.Allow()
            : Verdict.Refuse(ReasonCodes.InForceBeforeIssued, null, ("issuedOn", issuedOn), ("inForceOn", inForceOn));

    /// <summary>Age on the day of the offence: 11 to 17 full years for educational measures, from 14 for penalties. A birth
    /// after the offence counts as age 0.</summary>
    public static Verdict AgeAtOffence(string measure, DateOnly birth, DateOnly committedOn, LegalParameters parameters)
    {
        var age = PersonAge.AgeOrNull(birth, committedOn) ?? 0;
        switch (measure)
        {
            case MeasureCode.EducationalCommunityWork or MeasureCode.ProbationObservation:
                var least = parameters.Get(ParameterCodes.EducationalMeasureMinAge, committedOn);
                var most = parameters.Get(ParameterCodes.EducationalMeasureMaxAge, committedOn);
                return age >= least.WholeNumber && age <= most.WholeNumber
                    ? Verdict.Allow()
                    : Verdict.Refuse(
                        ReasonCodes.AgeOutsideRange,
                        least.LegalSource,
                        ("age", age),
                        ("minimum", least.WholeNumber),
                        ("maximum", most.WholeNumber)
                    );
            case MeasureCode.Mediation or MeasureCode.AssessmentReport or MeasureCode.Programme:
                return Verdict.Allow();
            default:
                var liable = parameters.Get(ParameterCodes.CriminalLiabilityAge, committedOn);
                return age >= liable.WholeNumber
                    ? Verdict.Allow()
                    : Verdict.Refuse(
                        ReasonCodes.AgeUnderLiability,
                        liable.LegalSource,
                        ("age", age),
                        ("minimum", liable.WholeNumber)
                    );
        }
    }

    /// <summary>A minor needs a legal representative on record.</summary>
    public static Verdict MinorHasRepresentative(
        DateOnly birth,
        bool hasRepresentative,
        DateOnly on,
        LegalParameters parameters
    )
    {
        var age = PersonAge.AgeOrNull(birth, on) ?? 0;
        var adult = parameters.Get(ParameterCodes.AdultAge, on);
        return hasRepresentative || age >= adult.WholeNumber
            ? Verdict.Allow()
            : Verdict.Refuse(ReasonCodes.MinorWithoutRepresentative, adult.LegalSource, ("age", age));
    }
}

using Plus.Law.Rules;

namespace Plus.Law.Sections;

/// <summary>Whether a penalty stands alone or beside another.</summary>
public enum PenaltyRole
{
    Main,
    Additional,
}

/// <summary>Checks the amount or the term of a measure against the general limits in force on the day of the ruling. A
/// ruling outside them is kept as ruled and marked: the verdict is a remark, not a bar. The maxima of single articles of
/// the Criminal Law are not held.</summary>
public static class MeasureLimits
{
    /// <param name="amount">Hours for community work, months for the terms.</param>
    /// <param name="on">Day of the ruling.</param>
    /// <returns>Allowed too when no limit is known for the measure on that day.</returns>
    public static Verdict Check(
        string measure,
        PenaltyRole role,
        decimal amount,
        DateOnly on,
        LegalParameters parameters
    ) =>
        measure switch
        {
            MeasureCode.CommunityWork when role == PenaltyRole.Additional => Hours(
                amount,
                ParameterCodes.CommunityWorkAdditionalMin,
                ParameterCodes.CommunityWorkAdditionalMax,
                on,
                parameters
            ),
            MeasureCode.CommunityWork => Hours(
                amount,
                ParameterCodes.CommunityWorkMainMin,
                ParameterCodes.CommunityWorkMainMax,
                on,
                parameters
            ),
            MeasureCode.EducationalCommunityWork => Hours(
                amount,
                ParameterCodes.EducationalCommunityWorkMin,
                ParameterCodes.EducationalCommunityWorkMax,
                on,
                parameters
            ),
            MeasureCode.SuspendedSentence => Months(
                amount,
                ParameterCodes.SuspendedSentenceMin,
                ParameterCodes.SuspendedSentenceMax,
                on,
                parameters
            ),
            MeasureCode.ConditionalDischarge => Months(
                amount,
                ParameterCodes.ConditionalDischargeMin,
                ParameterCodes.ConditionalDischargeMax,
                on,
                parameters
            ),
            MeasureCode.ProbationSupervision when role == PenaltyRole.Additional => Months(
                amount,
                ParameterCodes.ProbationSupervisionAdditionalMin,
                ParameterCodes.ProbationSupervisionAdditionalMax,
                on,
                parameters
            ),
            MeasureCode.ProbationSupervision => Months(
                amount,
                ParameterCodes.ProbationSupervisionMainMin,
                ParameterCodes.ProbationSupervisionMainMax,
                on,
                parameters
            ),
            MeasureCode.ProbationObservation => Months(
                amount,
                ParameterCodes.ProbationObservationMin,
                ParameterCodes.ProbationObservationMax,
                on,
                parameters
            ),
            _ => Verdict.Allow(),
        };

    /// <summary>Electronic monitoring: 1 to 12 months, and not beyond the parole that is left, counted from the release
    /// (or from the day the device is attached).</summary>
    public static Verdict CheckMonitoring(
        int months,
        DateOnly startOn,
        DateOnly paroleUntil,
        LegalParameters parameters
    )
    {
        var term = Months(
            months,
            ParameterCodes.ElectronicMonitoringMin,
            ParameterCodes.ElectronicMonitoringMax,
            startOn,
            parameters
        );
        if (!term.IsAllowed)
        {
            return term;
        }
        var endsOn = startOn.AddMonths(months);
        return endsOn <= paroleUntil
            ? Verdict.Allow()
            : Verdict.Refuse(
                ReasonCodes.MonitoringLongerThanParole,
                parameters.Get(ParameterCodes.ElectronicMonitoringMax, startOn).LegalSource,
                ("endsOn", endsOn),
                ("paroleUntil", paroleUntil)
            );
    }

    /// <summary>Probation supervision as an additional penalty goes only with imprisonment.</summary>
    public static Verdict CheckAdditionalSupervision(bool withImprisonment) =>
        withImprisonment
            ? Verdict.Allow()
            : Verdict.Refuse(ReasonCodes.AdditionalSupervisionWithoutImprisonment, new LegalSource("KL", "45.¹ pants"));

    private static Verdict Hours(decimal amount, string min, string max, DateOnly on, LegalParameters parameters) =>
        Within(amount, min, max, on, parameters, ReasonCodes.AmountUnderMinimum, ReasonCodes.AmountOverMaximum);

    private static Verdict Months(decimal amount, string min, string max, DateOnly on, LegalParameters parameters) =>
        Within(amount, min, max, on, parameters, ReasonCodes.TermUnderMinimum, ReasonCodes.TermOverMaximum);

    private static Verdict Within(
        decimal amount,
        string min,
        string max,
        DateOnly on,
        LegalParameters parameters,
        string underCode,
        string overCode
    )
    {
        if (parameters.Find(min, on) is { } least && amount < least.Number)
        {
            return Verdict.Refuse(underCode, least.LegalSource, ("amount", amount), ("minimum", least.Number));
        }
        return parameters.Find(max, on) is { } most && amount > most.Number
            ? Verdict.Refuse(overCode, most.LegalSource, ("amount", amount), ("maximum", most.Number))
            : Verdict.Allow();
    }
}

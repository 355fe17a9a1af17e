using Plus.Law.Rules;

namespace Plus.Law.Terms;

/// <summary>How far a term may be changed.</summary>
public static class TermLimits
{
    /// <summary>A court lengthens the test period of a suspended sentence by so many months at most (KL 55; the number is a
    /// parameter, unverified).</summary>
    public static Verdict Extension(int months, DateOnly decidedOn, LegalParameters parameters)
    {
        var most = parameters.Get(ParameterCodes.SuspendedSentenceExtensionMax, decidedOn);
        return months <= most.WholeNumber
            ? Verdict.Allow()
            : Verdict.Refuse(
                ReasonCodes.ExtensionOverMaximum,
                most.LegalSource,
                ("months", months),
                ("maximum", most.WholeNumber)
            );
    }
}

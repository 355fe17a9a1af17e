using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.CommunityWork;

/// <summary>When the execution of community work is barred by time.</summary>
/// <param name="LastDay">Last day on which it may be executed; null while a suspension without an end runs.</param>
public sealed record BarredByTime(DateOnly InForceOn, DateOnly? LastDay, int SuspendedDays, LegalParameter Rule);

/// <summary>
/// The limitation of the execution of a sentence (KL 62.): years from the day the ruling came into force, moved by the
/// days of suspensions. The number of years is a parameter and unverified; that suspensions move it is an assumption
/// that stands with it.
/// </summary>
public static class ExecutionLimitation
{
    public static BarredByTime Of(DateOnly inForceOn, IEnumerable<Suspension> suspensions, LegalParameters parameters)
    {
        var rule = parameters.Get(ParameterCodes.CommunityWorkLimitationYears, inForceOn);
        var end = TermCalculator.Extend(inForceOn, inForceOn.AddYears(rule.WholeNumber), suspensions);
        return new BarredByTime(inForceOn, end.LastDay, end.SuspendedDays, rule);
    }
}

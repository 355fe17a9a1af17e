using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>How a broken day of imprisonment is rounded.</summary>
public enum ReplacementRounding
{
    Down,
    HalfUp,
    Up,
}

/// <summary>The replacement of unserved community work by short-term imprisonment, with every step.</summary>
/// <param name="ExactDays">Unserved minutes divided by the minutes of a day, before rounding.</param>
/// <param name="RoundedDays">After rounding, before the maximum.</param>
/// <param name="Days">The result: at most <paramref name="MaximumDays"/>.</param>
/// <param name="Standing">Unverified when any number used is.</param>
public sealed record Replacement(
    int UnservedMinutes,
    int MinutesPerDay,
    decimal ExactDays,
    ReplacementRounding Rounding,
    int RoundedDays,
    int MaximumDays,
    int Days,
    LegalSource Source,
    Standing Standing
)
{
    public bool IsCapped => Days < RoundedDays;
}

/// <summary>Unserved hours become days: 4 hours = 1 day, at most 3 months (KL 40). How hours that do not divide by four
/// are rounded is a parameter, since no source says it. The court decides; this shows what the rule gives.</summary>
public static class ReplacementCalculator
{
    public static Replacement Compute(int unservedMinutes, DateOnly on, LegalParameters parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unservedMinutes);
        var perDay = parameters.Get(ParameterCodes.ReplacementHoursPerDay, on);
        var months = parameters.Get(ParameterCodes.ReplacementMaxMonths, on);
        var monthDays = parameters.Get(ParameterCodes.ReplacementDaysPerMonth, on);
        var roundingRule = parameters.Get(ParameterCodes.ReplacementRounding, on);
        var rounding = roundingRule.Words switch
        {
            "down" => ReplacementRounding.Down,
            "half_up" => ReplacementRounding.HalfUp,
            "up" => ReplacementRounding.Up,
            _ => throw new LegalParameterException(roundingRule.Code, on, "names no known rounding"),
        };
        var exact = (decimal)unservedMinutes / perDay.Minutes;
        var rounded = Rounded(exact, rounding);
        var maximum = months.WholeNumber * monthDays.WholeNumber;
        var capped = rounded > maximum;
        var unverified =
            perDay.Standing == Standing.Unverified
            || (exact != rounded && roundingRule.Standing == Standing.Unverified)
            || (capped && (months.Standing == Standing.Unverified || monthDays.Standing == Standing.Unverified));
        return new Replacement(
            unservedMinutes,
            perDay.Minutes,
            exact,
            rounding,
            rounded,
            maximum,
            capped ? maximum : rounded,
            perDay.LegalSource,
            unverified ? Standing.Unverified : Standing.Confirmed
        );
    }

    private static int Rounded(decimal days, ReplacementRounding rounding) =>
        decimal.ToInt32(
            rounding switch
            {
                ReplacementRounding.Down => decimal.Floor(days),
                ReplacementRounding.HalfUp => decimal.Round(days, MidpointRounding.AwayFromZero),
                ReplacementRounding.Up => decimal.Ceiling(days),
                _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Unknown rounding."),
            }
        );
}

using Plus.Law.Rules;

namespace Plus.Law.Figures;

/// <summary>Value of community work in euro: the month's minutes at the minimum hourly tariff of the month.</summary>
public static class HoursValue
{
    /// <summary>The unrounded sum over months; null when some month has no tariff, since a missing rate is not zero. The
    /// method is inferred from the published totals.</summary>
    /// <param name="minutesByMonth">First day of the month and the minutes worked in it.</param>
    public static decimal? InEuro(
        IEnumerable<(DateOnly Month, long Minutes)> minutesByMonth,
        LegalParameters parameters
    )
    {
        var sum = 0m;
        foreach (var (month, minutes) in minutesByMonth)
        {
            if (minutes == 0)
            {
                continue;
            }
            if (parameters.Find(ParameterCodes.MinimumHourlyTariff, month) is not { } tariff)
            {
                return null;
            }
            sum += minutes * tariff.Number / 60;
        }
        return sum;
    }
}

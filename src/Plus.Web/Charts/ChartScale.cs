namespace Plus.Web.Charts;

/// <summary>An axis from zero (or below, when there are negative values) in steps of 1, 2 or 5 times a power of ten.</summary>
internal sealed class ChartScale
{
    private ChartScale(decimal lowest, decimal highest, decimal step)
    {
        Lowest = lowest;
        Highest = highest;
        Step = step;
    }

    public decimal Lowest { get; }

    public decimal Highest { get; }

    public decimal Step { get; }

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Lowest; tick <= Highest; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>The scale that holds all values with about five steps; whole numbers get whole steps.</summary>
    public static ChartScale Of(IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().ToList();
        var most = known.Count == 0 ? 0 : Math.Max(0, known.Max());
        var least = known.Count == 0 ? 0 : Math.Min(0, known.Min());
        if (most == least)
        {
            most = 1;
        }

        var step = NiceStep((most - least) / 5);
        if (known.TrueForAll(v => v == decimal.Truncate(v)))
        {
            step = Math.Max(1, step);
        }

        return new ChartScale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }

    /// <summary>Where a value lies, from 0 (lowest) to 1 (highest).</summary>
    public double At(decimal value) => (double)((value - Lowest) / (Highest - Lowest));

    private static decimal NiceStep(decimal raw)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)raw)));
        var size = raw / power;
        return power
            * (
                size <= 1 ? 1
                : size <= 2 ? 2
                : size <= 5 ? 5
                : 10
            );
    }
}

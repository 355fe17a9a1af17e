namespace Plus.Law.Figures;

/// <summary>Rounding of printed figures: half up, as the yearly report prints them.</summary>
public static class Rounding
{
    /// <summary>2.345 with two decimals is 2.35; a negative half goes away from zero.</summary>
    public static decimal HalfUp(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Part of a whole in percent, rounded; null when there is no whole ("no data", not 0 %).</summary>
    public static decimal? Percent(decimal part, decimal whole, int decimals) =>
        whole == 0 ? null : HalfUp(part * 100 / whole, decimals);
}

using Plus.Law.Rules;

namespace Plus.Law.Figures;

/// <summary>Age groups of the yearly figures; texts <c>law.age_band.&lt;code&gt;</c>.</summary>
public enum AgeBandCode
{
    /// <summary>11 to 17 as printed; counted as under 18.</summary>
    Children,

    /// <summary>18 to 25.</summary>
    Youth,

    /// <summary>26 and older.</summary>
    Adults,
}

/// <summary>An age group and its borders in full years, both included.</summary>
public sealed record AgeBand(AgeBandCode Code, string Key, int From, int? To)
{
    private const int YouthFrom = 18;
    private const int AdultsFrom = 26;

    public static AgeBand Children { get; } = new(AgeBandCode.Children, "children", 11, YouthFrom - 1);

    public static AgeBand Youth { get; } = new(AgeBandCode.Youth, "youth", YouthFrom, AdultsFrom - 1);

    public static AgeBand Adults { get; } = new(AgeBandCode.Adults, "adults", AdultsFrom, null);

    public static IReadOnlyList<AgeBand> All { get; } = [Children, Youth, Adults];

    /// <summary>The published groups. Whoever is younger than eleven is counted with the children.</summary>
    public static AgeBand Of(int age) => Of(age, YouthFrom, AdultsFrom);

    /// <summary>The groups by the parameters in force on a day.</summary>
    public static AgeBand Of(int age, DateOnly on, LegalParameters parameters) =>
        Of(
            age,
            parameters.Get(ParameterCodes.AgeBandYouthFrom, on).WholeNumber,
            parameters.Get(ParameterCodes.AgeBandAdultsFrom, on).WholeNumber
        );

    private static AgeBand Of(int age, int youthFrom, int adultsFrom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        return age < youthFrom ? Children with { To = youthFrom - 1 }
            : age < adultsFrom ? Youth with { From = youthFrom, To = adultsFrom - 1 }
            : Adults with { From = adultsFrom };
    }
}

using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;

namespace Plus.Shared.Statistics.Year;

/// <summary>
/// The pages of a year: an overview, one for each function or what is counted together with it, the places, the years.
/// A part of the report that is named nowhere here has a page of its own.
/// </summary>
internal static class FigureGroups
{
    public const string Overview = "overview";

    public const string Places = "places";

    public const string Years = "years";

    private static readonly Dictionary<string, string> Together = new(StringComparer.Ordinal)
    {
        ["clients"] = Overview,
        ["org"] = Overview,
        ["em"] = "su",
        ["sx"] = "su",
        ["sv"] = "rh",
    };

    /// <summary>Codes of the pages in their order.</summary>
    public static IReadOnlyList<string> All(FigureCatalog catalog) =>
        [.. catalog.All.Select(d => Of(d.Part)).Prepend(Overview).Distinct(StringComparer.Ordinal), Places, Years];

    /// <summary>The page on which a figure stands with the others of its kind.</summary>
    public static string Of(string part) => Together.GetValueOrDefault(part, part);

    /// <summary>The figures of a page. On the overview the first of every function stands as well.</summary>
    public static IReadOnlyList<FigureDefinition> Definitions(FigureCatalog catalog, string group)
    {
        var own = catalog.All.Where(d => Of(d.Part) == group);
        return group == Overview ? [.. own.Union(Mains(catalog))] : [.. own];
    }

    /// <summary>The first figure of each function: how many it worked with.</summary>
    public static IReadOnlyList<FigureDefinition> Mains(FigureCatalog catalog) =>
        [.. catalog.All.Where(d => Of(d.Part) == d.Part && d.Made is CountOf).DistinctBy(d => d.Part)];
}

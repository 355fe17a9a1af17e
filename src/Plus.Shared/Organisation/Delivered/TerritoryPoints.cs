using Plus.Kernel.Storage;

namespace Plus.Shared.Organisation.Delivered;

/// <summary>Where a municipality's centre lies; only for distances that are said to be approximate.</summary>
public static class TerritoryPoints
{
    private static readonly Dictionary<string, TerritoryPoint> Points = DeliveredFile
        .Read<TerritoryPointFile>(
            typeof(TerritoryPoints).Assembly,
            "Plus.Shared/Organisation/Delivered/territoryPoints.json"
        )
        .Points.ToDictionary(p => p.Code, StringComparer.Ordinal);

    /// <summary>The centre of the municipality that a code of the classifier belongs to; null when it is not known.</summary>
    public static (double Latitude, double Longitude)? Of(string? code)
    {
        if (code is not { Length: 7 })
        {
            return null;
        }

        // A town or parish carries its municipality in the first four digits.
        return Points.GetValueOrDefault(code[..4] + "000") is { } point ? (point.Latitude, point.Longitude) : null;
    }
}

/// <summary>The delivered file.</summary>
internal sealed record TerritoryPointFile(string About, IReadOnlyList<TerritoryPoint> Points);

/// <summary>A municipality's centre, WGS 84.</summary>
internal sealed record TerritoryPoint(string Code, double Latitude, double Longitude);

using System.Globalization;
using System.Text.RegularExpressions;

namespace Plus.Shared.Partners.Editing;

/// <summary>A point on the map as people copy it from one: "56.9496, 24.1052". In Latvia, degrees of WGS 84.</summary>
public static partial class MapPoint
{
    private const double EarthRadiusKm = 6371;

    public static bool TryRead(string typed, out (double Latitude, double Longitude) point)
    {
        point = default;
        var read = Form().Match(typed.Trim());
        if (!read.Success)
        {
            return false;
        }

        point = (Number(read, "lat"), Number(read, "lon"));
        return point is { Latitude: >= 55.5 and <= 58.2, Longitude: >= 20.5 and <= 28.5 };
    }

    /// <summary>The points of the map that stand in a text, among words.</summary>
    public static IEnumerable<(double Latitude, double Longitude)> Among(string? text)
    {
        foreach (Match match in Within().Matches(text ?? ""))
        {
            if (TryRead(match.Value, out var point))
            {
                yield return point;
            }
        }
    }

    public static string Write(double latitude, double longitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00000}, {longitude:0.00000}");

    /// <summary>Kilometres as the crow flies.</summary>
    public static double Kilometres((double Latitude, double Longitude) one, (double Latitude, double Longitude) other)
    {
        var (a, b) = (Radians(one.Latitude), Radians(other.Latitude));
        var (high, wide) = (b - a, Radians(other.Longitude - one.Longitude));
        var square = Square(Math.Sin(high / 2)) + (Math.Cos(a) * Math.Cos(b) * Square(Math.Sin(wide / 2)));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<lat>\d{2}(\.\d{1,12})?)\s*[,; ]\s*(?<lon>\d{2}(\.\d{1,12})?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        @"\b\d{2}\.\d{1,12}\s*[,; ]\s*\d{2}\.\d{1,12}\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Within();
}

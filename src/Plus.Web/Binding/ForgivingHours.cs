using System.Globalization;
using System.Text.RegularExpressions;

namespace Plus.Web.Binding;

/// <summary>
/// Durations as people type them, in whole minutes: 1:30 is an hour and a half,
/// so are 1,5 and 1.5 (hours), 90 min and 1 h 30 min and 2 st. are read by their units; a bare whole number is hours.
/// </summary>
public static partial class ForgivingHours
{
    private const RegexOptions Rules = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads whole minutes; false when it is no duration, is negative, or is not whole minutes.</summary>
    public static bool TryRead(string typed, out int minutes)
    {
        minutes = 0;
        var text = typed.Trim().ToLowerInvariant();
        if (Clock().Match(text) is { Success: true } clock)
        {
            return Sum(Number(clock, "h"), Number(clock, "m"), out minutes);
        }

        if (Units().Match(text) is { Success: true } units && (units.Length > 0))
        {
            return Sum(Number(units, "h"), Number(units, "m"), out minutes);
        }

        return Plain().Match(text) is { Success: true } plain && Sum(Number(plain, "h"), 0, out minutes);
    }

    private static decimal Number(Match match, string group) =>
        match.Groups[group].Success
            ? decimal.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture)
            : 0;

    private static bool Sum(decimal hours, decimal minutes, out int sum)
    {
        var exact = (hours * 60) + minutes;
        sum = 0;
        if (exact != decimal.Truncate(exact) || exact > 1_000_000)
        {
            return false;
        }

        sum = (int)exact;
        return true;
    }

    [GeneratedRegex(@"^(?<h>\d{1,5}):(?<m>[0-5]\d)$", Rules, 200)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:(?<h>\d{1,5}(?:[.,]\d{1,2})?)\s*(?:h|st|stundas|stunda|stundu|hours|hour)\.?)?\s*(?:(?<m>\d{1,6})\s*(?:m|min|minūtes|minūte|minūšu|minutes|minute)\.?)?$",
        Rules,
        200
    )]
    private static partial Regex Units();

    [GeneratedRegex(@"^(?<h>\d{1,5}(?:[.,]\d{1,2})?)$", Rules, 200)]
    private static partial Regex Plain();
}

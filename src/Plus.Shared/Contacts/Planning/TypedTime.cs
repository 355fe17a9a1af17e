using System.Globalization;

namespace Plus.Shared.Contacts.Planning;

/// <summary>Times of day as people type them: 9, 9:30, 9.30, 0930, 14 30.</summary>
public static class TypedTime
{
    public static bool TryRead(string? typed, out TimeOnly time)
    {
        time = default;
        var text = (typed ?? "").Trim().Replace('.', ':').Replace(' ', ':').Replace(',', ':');
        if (text.Length is 3 or 4 && text.All(char.IsAsciiDigit))
        {
            text = text[..^2] + ":" + text[^2..];
        }

        var parts = text.Split(':');
        if (
            parts.Length > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || hour > 23
        )
        {
            return false;
        }

        var minute = 0;
        if (
            parts.Length == 2
            && (
                parts[1].Length != 2
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute)
                || minute > 59
            )
        )
        {
            return false;
        }

        time = new TimeOnly(hour, minute);
        return true;
    }
}

using System.Globalization;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Shared.Contacts.Planning;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Hours of monitoring in words, and read from words.</summary>
internal static class MonitoringWords
{
    public static string Span(PermittedHours hours) => Clock(hours.FromMinute) + "–" + Clock(hours.ToMinute);

    /// <summary>Minutes of the day; 24 and 24:00 are midnight at its end. Null when it is no time.</summary>
    public static int? Minute(string? typed) =>
        typed?.Trim() is "24" or "24:00" or "24.00" ? PermittedHours.WholeDay
        : TypedTime.TryRead(typed, out var time) ? (time.Hour * 60) + time.Minute
        : null;

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}

using System.Globalization;
using System.Text;

namespace Plus.Shared.Contacts.Feed;

/// <summary>One appointment as a calendar file tells it.</summary>
internal sealed record FileEvent(Guid Id, DateTimeOffset At, int Minutes, string Summary);

/// <summary>Writes iCalendar (RFC 5545): lines end with CR LF and hold at most 75 octets.</summary>
internal static class CalendarFile
{
    private const int Octets = 75;

    public static string Write(string name, DateTimeOffset now, IEnumerable<FileEvent> events)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//PLUS//calendar//LV");
        Line(file, "METHOD:PUBLISH");
        Line(file, "X-WR-CALNAME:" + Escaped(name));
        foreach (var one in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, $"UID:{one.Id:D}@plus");
            Line(file, "DTSTAMP:" + Instant(now));
            Line(file, "DTSTART:" + Instant(one.At));
            Line(file, "DTEND:" + Instant(one.At.AddMinutes(one.Minutes)));
            Line(file, "SUMMARY:" + Escaped(one.Summary));
            Line(file, "CLASS:PRIVATE");
            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}

using System.Globalization;

namespace Plus.Law.CommunityWork;

/// <summary>A part of a day in minutes from midnight; the end does not count.</summary>
public readonly record struct FreeSpan(int From, int To)
{
    public int Minutes => To - From;
}

/// <summary>When a client is free in an ordinary week, Monday first: outside main work and studies, which imposed work
/// must not disturb.</summary>
public sealed record FreeHours
{
    private const int WholeDay = 24 * 60;

    public FreeHours(IReadOnlyList<IReadOnlyList<FreeSpan>> days)
    {
        if (days.Count != 7)
        {
            throw new ArgumentException("A week has seven days.", nameof(days));
        }
        Days = days;
    }

    /// <summary>Seven days, Monday first.</summary>
    public IReadOnlyList<IReadOnlyList<FreeSpan>> Days { get; }

    /// <summary>Every day from eight to twenty: what is taken while nothing is known.</summary>
    public static FreeHours Daytime { get; } =
        new([.. Enumerable.Range(0, 7).Select(IReadOnlyList<FreeSpan> (_) => [new FreeSpan(8 * 60, 20 * 60)])]);

    /// <summary>The longest time at a stretch on a day; null when there is none.</summary>
    public FreeSpan? LongestOn(DateOnly day)
    {
        var spans = Days[((int)day.DayOfWeek + 6) % 7];
        return spans.Count == 0 ? null : spans.MaxBy(s => s.Minutes);
    }

    /// <summary>Whether the whole of a stretch is free.</summary>
    public bool Holds(DateOnly day, int from, int minutes) =>
        Days[((int)day.DayOfWeek + 6) % 7].Any(s => s.From <= from && from + minutes <= s.To);

    /// <summary>Reads the times of one day as people type them: "8-12, 17:00-20:30"; empty is none. False when it is no
    /// list of times, or they overlap.</summary>
    public static bool TryReadDay(string? typed, out IReadOnlyList<FreeSpan> spans)
    {
        spans = [];
        var read = new List<FreeSpan>();
        foreach (var part in (typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–']);
            if (
                ends.Length != 2
                || !TryReadTime(ends[0], out var from)
                || !TryReadTime(ends[1], out var to)
                || to <= from
            )
            {
                return false;
            }
            read.Add(new FreeSpan(from, to));
        }
        read.Sort((a, b) => a.From - b.From);
        for (var i = 1; i < read.Count; i++)
        {
            if (read[i].From < read[i - 1].To)
            {
                return false;
            }
        }
        spans = read;
        return true;
    }

    /// <summary>As stored and shown: 08:00-12:00, 17:00-20:30.</summary>
    public static string Write(IEnumerable<FreeSpan> spans) =>
        string.Join(", ", spans.Select(s => WriteTime(s.From) + "-" + WriteTime(s.To)));

    /// <summary>17:05.</summary>
    public static string WriteTime(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    /// <summary>Reads "8", "08:30", "8.30", "24:00".</summary>
    public static bool TryReadTime(string typed, out int minutes)
    {
        minutes = 0;
        var parts = typed.Trim().Split(':', '.');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours))
        {
            return false;
        }
        var rest = 0;
        if (
            parts.Length == 2
            && !(
                parts[1].Length == 2
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out rest)
                && rest < 60
            )
        )
        {
            return false;
        }
        minutes = (hours * 60) + rest;
        return hours <= 24 && minutes <= WholeDay;
    }
}

namespace Plus.Law.CommunityWork;

/// <summary>Work that one client has left. Whole minutes.</summary>
/// <param name="WeeklyMinutes">What is asked of the client in a week.</param>
/// <param name="DailyMinutes">What the client may work on an ordinary working day; a day takes one place.</param>
public sealed record WorkAhead(int RemainingMinutes, int WeeklyMinutes, int DailyMinutes);

/// <summary>A week of places against need, both in days of one client.</summary>
/// <param name="Places">Places of all sites, day by day, added up.</param>
public sealed record PlacesWeek(DateOnly Monday, int Places, int Need)
{
    public int Missing => Math.Max(0, Need - Places);

    public bool IsShort => Missing > 0;
}

/// <summary>
/// Whether an office has places for the work that is asked of its clients in the weeks ahead. The need is what the weekly
/// minimum asks, in days as long as the client may work, until nothing is left; who has no minimum needs nothing.
/// </summary>
public static class PlacesForecast
{
    public static IReadOnlyList<PlacesWeek> Of(
        IReadOnlyCollection<WorkAhead> clients,
        Func<DateOnly, int> placesOf,
        DateOnly firstMonday,
        int weeks
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        var left = clients.Select(c => c.RemainingMinutes).ToArray();
        var result = new List<PlacesWeek>(weeks);
        for (var week = 0; week < weeks; week++)
        {
            var need = 0;
            var index = 0;
            foreach (var client in clients)
            {
                var minutes = Math.Min(client.WeeklyMinutes, Math.Max(0, left[index]));
                left[index++] -= minutes;
                need += client.DailyMinutes > 0 ? (minutes + client.DailyMinutes - 1) / client.DailyMinutes : 0;
            }

            var monday = firstMonday.AddDays(7 * week);
            result.Add(new PlacesWeek(monday, placesOf(monday), need));
        }

        return result;
    }
}

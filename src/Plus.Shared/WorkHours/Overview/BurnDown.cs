using Plus.Law.CommunityWork;
using Plus.Web.Charts;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Overview;

/// <summary>What is left at the end of each week: as it was, and as the schedule has it.</summary>
internal static class BurnDown
{
    private const int MostWeeks = 78;

    /// <summary>The chart; null while there is nothing to compare.</summary>
    /// <param name="planned">Days ahead with their planned minutes.</param>
    public static Chart? Draw(
        Texts texts,
        HoursFacts facts,
        IReadOnlyCollection<(DateOnly Day, int Minutes)> planned,
        DateOnly today
    )
    {
        if (facts.RegisteredOn is not { } registered || facts.Entries.Count + planned.Count == 0)
        {
            return null;
        }

        var first = WorkWeek.MondayOf(registered);
        var now = WorkWeek.MondayOf(today);
        var last = planned.Count == 0 ? now : WorkWeek.MondayOf(planned.Max(p => p.Day));
        var weeks = Enumerable.Range(0, ((last.DayNumber - first.DayNumber) / 7) + 1).Select(i => first.AddDays(7 * i));
        var shown = weeks.TakeLast(MostWeeks).ToList();
        if (shown.Count < 2)
        {
            return null;
        }

        var whole = facts.ImposedMinutes - facts.AdjustedMinutes;
        decimal Left(DateOnly monday) =>
            Math.Max(0, whole - facts.Entries.Where(e => e.Day < monday.AddDays(7)).Sum(e => e.CreditedMinutes));
        decimal Ahead(DateOnly monday) =>
            Math.Max(0, Left(now) - planned.Where(p => p.Day < monday.AddDays(7)).Sum(p => p.Minutes));
        return new Chart(
            texts["workHours.burnDown.title"],
            [.. shown.Select(w => texts.Write(w, "day"))],
            [
                new ChartSeries(
                    texts["workHours.burnDown.left"],
                    [.. shown.Select(w => w <= now ? Left(w) : (decimal?)null)]
                ),
                new ChartSeries(
                    texts["workHours.burnDown.planned"],
                    [.. shown.Select(w => w >= now && planned.Count > 0 ? Ahead(w) : (decimal?)null)]
                ),
            ]
        )
        {
            Format = "hm",
            CategoryHead = texts["workHours.burnDown.week"],
        };
    }
}

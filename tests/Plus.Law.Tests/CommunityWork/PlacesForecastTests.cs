using FsCheck;
using FsCheck.Fluent;
using Plus.Law.CommunityWork;

namespace Plus.Law.Tests.CommunityWork;

public sealed class PlacesForecastTests
{
    private static readonly DateOnly Monday = Days.D("20.04.2026");

    [Fact]
    [Law("LSIK 136. pants", "community_work.weekly_minimum_hours")]
    public void Need_OfAWeek_IsTheWeeklyMinimumInDaysUntilNothingIsLeft()
    {
        // 12 hours a week in days of 4 hours: three days; the last week has 2 hours left.
        var weeks = PlacesForecast.Of([new WorkAhead(26 * 60, 12 * 60, 240)], _ => 2, Monday, 4);

        Assert.Equal([3, 3, 1, 0], weeks.Select(w => w.Need));
        Assert.Equal([1, 1, 0, 0], weeks.Select(w => w.Missing));
        Assert.Equal(Monday.AddDays(21), weeks[^1].Monday);
    }

    [Fact]
    [Law("LSIK 136. pants", "community_work.weekly_minimum_hours")]
    public void Need_OverAllWeeks_IsNeverLessThanTheWorkNorEndless() =>
        Prop.ForAll(
                Days.Numbers(0, 280 * 60),
                Days.Numbers(1, 480),
                (remaining, daily) =>
                {
                    var weeks = PlacesForecast.Of([new WorkAhead(remaining, 720, daily)], _ => 0, Monday, 30);
                    var days = weeks.Sum(w => w.Need);
                    return days * daily >= remaining && (days - weeks.Count(w => w.Need > 0)) * daily <= remaining;
                }
            )
            .QuickCheckThrowOnFailure();
}

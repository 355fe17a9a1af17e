using FsCheck;
using FsCheck.Fluent;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.Tests.CommunityWork;

public sealed class ScheduleGeneratorTests
{
    private const string L136 = "LSIK 136. pants";
    private static readonly DateOnly Monday = Days.D("13.04.2026");

    private static ScheduleRequest Request(
        int imposedHours,
        ClientWorkStatus status = ClientWorkStatus.Works,
        FreeHours? free = null
    ) =>
        new(
            new HoursFacts(imposedHours * 60, Days.D("01.04.2026"), null, [], []),
            Monday,
            null,
            free ?? FreeHours.Daytime,
            _ => status,
            false,
            false,
            _ => 1,
            0
        );

    private static Schedule Make(ScheduleRequest request) =>
        ScheduleGenerator.Generate(request, Days.Standard, Days.Embedded);

    [Fact]
    [Law(L136, "community_work.schedule")]
    public void Schedule_OfAWorkingClient_IsTwoHoursADayAndTwelveAWeek()
    {
        var schedule = Make(Request(40));

        Assert.Equal(40 * 60, schedule.Days.Sum(d => d.Minutes));
        Assert.Equal(
            [120, 120, 120, 120, 120, 120],
            schedule.Days.Where(d => d.Day < Monday.AddDays(7)).Select(d => d.Minutes)
        );
        Assert.Empty(schedule.ShortWeeks);
        // The fourth week takes the last four hours: Monday 4 May is a holiday and may be longer.
        Assert.Equal(Days.D("04.05.2026"), schedule.EndsOn);
        Assert.Equal(240, schedule.Days[^1].Minutes);
    }

    [Fact]
    [Law(L136, "community_work.schedule")]
    public void Schedule_OfAChild_KeepsTheWeekToTenHours()
    {
        var schedule = Make(Request(30, ClientWorkStatus.BasicEducation));

        Assert.All(
            schedule.Days.GroupBy(d => WorkWeek.MondayOf(d.Day)),
            week => Assert.True(week.Sum(d => d.Minutes) <= 600)
        );
        Assert.Empty(schedule.ShortWeeks);
        Assert.Equal(3, schedule.Days.Select(d => WorkWeek.MondayOf(d.Day)).Distinct().Count());
    }

    [Fact]
    [Law(L136, "community_work.weekly_minimum")]
    public void Week_WithTooFewFreeHours_IsShown_AndAskedForLessWhenTheServiceCannotGiveWork()
    {
        IReadOnlyList<FreeSpan> none = [];
        var free = new FreeHours([
            [new FreeSpan(1020, 1140)],
            none,
            none,
            none,
            none,
            none,
            none,
        ]);

        var schedule = Make(Request(4, free: free));

        // Of the last week no more is asked than is left.
        Assert.Equal([120, 120], schedule.Days.Select(d => d.Minutes));
        Assert.Equal(
            (Monday, 120, 240),
            (
                schedule.ShortWeeks[0].Monday,
                schedule.ShortWeeks[0].PlannedMinutes,
                schedule.ShortWeeks[0].RequiredMinutes
            )
        );
        Assert.False(schedule.ShortWeeks[0].ForWantOfPlaces);
        Assert.Empty(Make(Request(4, free: free) with { RegularWorkNotAvailable = true }).ShortWeeks);
    }

    [Fact]
    [Law(L136, "community_work.schedule")]
    public void Days_WithoutAPlaceInASuspensionOrAfterThePlacement_StayFree()
    {
        var tuesday = Monday.AddDays(1);
        var request = Request(20) with
        {
            Facts = Request(20).Facts with { Suspensions = [new Suspension(tuesday, tuesday)] },
            PlacesOn = day => day.DayOfWeek == DayOfWeek.Wednesday ? 0 : 1,
            Until = Monday.AddDays(6),
        };

        var schedule = Make(request);

        Assert.DoesNotContain(schedule.Days, d => d.Day == tuesday || d.Day == Monday.AddDays(2));
        Assert.Equal(1200 - schedule.Days.Sum(d => d.Minutes), schedule.UnplannedMinutes);
        Assert.All(schedule.Days, d => Assert.True(d.Day <= request.Until));
        Assert.Null(schedule.EndsOn);
    }

    [Theory]
    [InlineData("13.04.2026", 17, 121, ReasonCodes.HoursOverDailyLimitConsentMissing)]
    [InlineData("13.04.2026", 5, 120, ReasonCodes.PlannedOutsideFreeHours)]
    [InlineData("31.03.2026", 17, 60, ReasonCodes.HoursBeforeRegistration)]
    [InlineData("12.04.2026", 17, 60, ReasonCodes.PlannedOutsidePlacement)]
    [InlineData("18.04.2026", 9, 60, ReasonCodes.PlannedWithoutPlace)]
    [Law(L136, "community_work.schedule")]
    public void DayByHand_AgainstALimit_IsRefusedWithItsReason(string day, int hour, int minutes, string reason)
    {
        var request = Request(40) with { PlacesOn = d => d.DayOfWeek == DayOfWeek.Saturday ? 0 : 1 };

        Days.MustBeRefused(
            ScheduleGenerator.Judge(
                request,
                [],
                new PlannedWork(Days.D(day), hour * 60, minutes),
                Days.Standard,
                Days.Embedded
            ),
            reason
        );
    }

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void DayByHand_BeyondTheRemainder_IsRefused()
    {
        var request = Request(3);
        var others = new[] { new PlannedWork(Monday, 1020, 120) };
        var tuesday = new PlannedWork(Monday.AddDays(1), 1020, 61);

        Days.MustBeRefused(
            ScheduleGenerator.Judge(request, others, tuesday, Days.Standard, Days.Embedded),
            ReasonCodes.HoursOverImposedAmount
        );
        var all = new[] { others[0], new PlannedWork(Monday.AddDays(2), 1020, 60) };
        Days.MustBeRefused(
            ScheduleGenerator.Judge(request, all, tuesday, Days.Standard, Days.Embedded),
            ReasonCodes.PlannedEverything
        );
        var exact = tuesday with { Minutes = 60 };
        Assert.True(ScheduleGenerator.Judge(request, others, exact, Days.Standard, Days.Embedded).IsAllowed);
    }

    [Fact]
    [Law(L136, "community_work.schedule")]
    public void Schedules_Any_SumToTheRemainderAndNoDayIsOverItsLimit() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                seed =>
                {
                    var request = Drawn(new Random(seed));
                    var schedule = Make(request);
                    var remainder = ScheduleGenerator.Remainder(request.Facts);
                    return schedule.Days.Sum(d => d.Minutes) + schedule.UnplannedMinutes == remainder
                        && schedule.Days.Select(d => d.Day).Distinct().Count() == schedule.Days.Count
                        && schedule.Days.All(d =>
                            ScheduleGenerator.Judge(request, schedule.Days, d, Days.Standard, Days.Embedded).IsAllowed
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    private static ScheduleRequest Drawn(Random random)
    {
        var status = (ClientWorkStatus)random.Next(5);
        var days = Enumerable
            .Range(0, 7)
            .Select(
                IReadOnlyList<FreeSpan> (_) =>
                {
                    var from = random.Next(0, 20) * 60;
                    return random.Next(4) == 0 ? [] : [new FreeSpan(from, from + (random.Next(1, 5) * 45))];
                }
            )
            .ToList();
        var closed = random.Next(7);
        return Request(random.Next(1, 280), status, new FreeHours(days)) with
        {
            ConsentToLongerDay = random.Next(2) == 0,
            WeeklyMinutes = random.Next(0, 40) * 60,
            PlacesOn = day => (int)day.DayOfWeek == closed ? 0 : 1,
            Until = random.Next(3) == 0 ? Monday.AddDays(random.Next(10, 200)) : null,
            Facts = new HoursFacts(
                random.Next(1, 280) * 60,
                Days.D("01.04.2026"),
                null,
                random.Next(2) == 0 ? [new Suspension(Monday.AddDays(9), Monday.AddDays(20))] : [],
                [new HoursEntry(Monday, 30)]
            )
            {
                AdjustedMinutes = random.Next(-2, 3) * 30,
            },
        };
    }
}

using FsCheck;
using FsCheck.Fluent;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.Tests.CommunityWork;

public sealed class WorkWeekTests
{
    private const string L136 = "LSIK 136. pants";

    private static readonly HoursFacts Facts = new(100 * 60, Days.D("01.04.2026"), null, [], []);

    private static WeekCheck Check(HoursFacts facts, string day) => WorkWeek.Check(Days.D(day), facts, Days.Embedded);

    [Theory]
    [InlineData("13.04.2026", "13.04.2026")]
    [InlineData("19.04.2026", "13.04.2026")]
    [InlineData("20.04.2026", "20.04.2026")]
    [InlineData("01.01.2027", "28.12.2026")]
    public void Monday_OfAnyDay_BeginsItsWeek(string day, string monday) =>
        Assert.Equal(Days.D(monday), WorkWeek.MondayOf(Days.D(day)));

    [Fact]
    [Law(L136, "community_work.weekly_minimum")]
    public void WholeWeek_UnderTwelveHours_IsBelowTheMinimum()
    {
        var facts = Facts with { Entries = [new HoursEntry(Days.D("14.04.2026"), 700)] };
        var week = Check(facts, "19.04.2026");
        Assert.Equal(
            (7, 720, 700, 20),
            (week.ActiveDays, week.RequiredMinutes, week.CreditedMinutes, week.MissingMinutes)
        );
        Assert.True(week.IsBelowMinimum);
        Assert.Equal(new LegalSource("LSIK", "136. pants"), week.Source);
        var enough = facts with { Entries = [.. facts.Entries, new HoursEntry(Days.D("19.04.2026"), 20)] };
        Assert.False(Check(enough, "13.04.2026").IsBelowMinimum);
    }

    [Theory]
    [InlineData("01.04.2026", 5, 514)] // registered on a Wednesday: 5 of 7 days of 720 minutes
    [InlineData("25.03.2026", 0, 0)] // the week before
    [Law(L136, "community_work.weekly_minimum")]
    public void FirstWeek_Registration_TakesTheMinimumInProportion(string day, int active, int required)
    {
        var week = Check(Facts, day);
        Assert.Equal((active, required), (week.ActiveDays, week.RequiredMinutes));
    }

    [Fact]
    [Law(L136, "community_work.weekly_minimum")]
    public void LastAndSuspendedWeek_TakeTheMinimumInProportion()
    {
        var closed = Check(Facts with { ClosedOn = Days.D("14.04.2026") }, "14.04.2026");
        Assert.Equal((2, 205), (closed.ActiveDays, closed.RequiredMinutes));
        var suspended = Check(Facts with { Suspensions = [new Suspension(Days.D("16.04.2026"), null)] }, "14.04.2026");
        Assert.Equal((3, 308), (suspended.ActiveDays, suspended.RequiredMinutes));
    }

    [Fact]
    [Law(L136, "community_work.weekly_minimum")]
    public void Remainder_UnderTheMinimum_AsksOnlyForTheRemainder()
    {
        var facts = Facts with { ImposedMinutes = 1000, Entries = [new HoursEntry(Days.D("08.04.2026"), 900)] };
        Assert.Equal(100, Check(facts, "15.04.2026").RequiredMinutes);
    }

    [Theory]
    [InlineData("12.04.2026", 720)] // the limit of a child ended on the day before
    [InlineData("13.04.2026", 600)] // it holds on Monday still
    [InlineData("31.12.2026", 600)]
    [Law(L136, "community_work.weekly_minimum")]
    public void Child_IsNeverAskedForMoreThanAChildMayWork(string childUntil, int required) =>
        Assert.Equal(required, Check(Facts with { ChildUntil = Days.D(childUntil) }, "15.04.2026").RequiredMinutes);

    [Fact]
    [Law(L136, "community_work.weekly_minimum")]
    public void Required_OfAChild_FitsTheLimitsOfChildren() =>
        Prop.ForAll(
                Days.Numbers(0, 300 * 60),
                Days.Numbers(0, 600),
                (imposed, day) =>
                {
                    var facts = Facts with { ImposedMinutes = imposed, ChildUntil = Days.D("31.12.2027") };
                    var on = Days.D("01.04.2026").AddDays(day);
                    return WorkWeek.Check(on, facts, Days.Embedded).RequiredMinutes
                        <= Days.Embedded.Get(ParameterCodes.ChildWeeklyHours, on).Minutes;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void Balance_OfEntries_AddsUp()
    {
        var balance = HoursBalance.Of(
            300,
            [new HoursEntry(Days.D("08.04.2026"), 200, 10), new HoursEntry(Days.D("09.04.2026"), 100)]
        );
        Assert.Equal(new HoursBalance(300, 300, 10), balance);
        Assert.Equal((310, 0, true), (balance.WorkedMinutes, balance.RemainingMinutes, balance.IsServed));
        Assert.False(HoursBalance.Of(300, []).IsServed);
        Assert.Throws<ArgumentOutOfRangeException>(() => HoursBalance.Of(-1, []));
    }
}

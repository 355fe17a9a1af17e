using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.Tests.Terms;

public sealed class TermCalculatorTests
{
    [Theory]
    [InlineData("15.01.2024", 12, TermEndDay.Included, "15.01.2025")]
    [InlineData("15.01.2024", 12, TermEndDay.NotIncluded, "14.01.2025")]
    [InlineData("31.08.2025", 6, TermEndDay.Included, "28.02.2026")]
    [InlineData("31.08.2023", 6, TermEndDay.Included, "29.02.2024")]
    [InlineData("29.02.2024", 12, TermEndDay.Included, "28.02.2025")]
    [InlineData("29.02.2024", 48, TermEndDay.Included, "29.02.2028")]
    [InlineData("31.12.2025", 2, TermEndDay.Included, "28.02.2026")]
    [InlineData("01.01.2026", 0, TermEndDay.Included, "01.01.2026")]
    [Law("Termiņu skaitīšana", "counting.term_end_day_included")]
    public void Months_FromADay_EndOnTheSameNumberOrTheLastDayOfTheMonth(
        string start,
        int months,
        TermEndDay endDay,
        string last
    ) => Assert.Equal(Days.D(last), TermCalculator.End(Days.D(start), months, [], endDay).LastDay);

    [Fact]
    [Law("Termiņu skaitīšana", "counting.term_end_day_included")]
    public void EndDay_ByParameter_FollowsItsValue()
    {
        var start = Days.D("15.01.2024");
        Assert.Equal(Days.D("15.01.2025"), TermCalculator.End(start, 12, [], Days.Embedded).LastDay);
        Assert.Equal(
            Days.D("14.01.2025"),
            TermCalculator.End(start, 12, [], Days.Override(ParameterCodes.TermEndDayIncluded, 0)).LastDay
        );
    }

    [Fact]
    [Law("Termiņu skaitīšana", "terms.suspension")]
    public void Suspensions_WithinTheTerm_MoveTheEndByTheirDaysOnce()
    {
        var end = TermCalculator.End(
            Days.D("01.01.2025"),
            12,
            [
                new Suspension(Days.D("10.03.2025"), Days.D("19.03.2025")),
                new Suspension(Days.D("15.03.2025"), Days.D("24.03.2025")), // overlaps: 5 days more
                new Suspension(Days.D("01.12.2024"), Days.D("02.01.2025")), // two days within
                new Suspension(Days.D("01.06.2026"), Days.D("30.06.2026")), // after the end
            ],
            TermEndDay.Included
        );
        Assert.Equal(17, end.SuspendedDays);
        Assert.Equal(Days.D("18.01.2026"), end.LastDay);
        Assert.Equal(Days.D("01.01.2026"), end.UnsuspendedLastDay);
    }

    [Fact]
    [Law("Termiņu skaitīšana", "terms.suspension")]
    public void Suspension_InTheDaysWonByAnEarlierOne_CountsToo()
    {
        var end = TermCalculator.End(
            Days.D("01.01.2025"),
            1,
            [
                new Suspension(Days.D("05.02.2025"), Days.D("06.02.2025")),
                new Suspension(Days.D("10.01.2025"), Days.D("19.01.2025")),
            ],
            TermEndDay.Included
        );
        Assert.Equal(Days.D("13.02.2025"), end.LastDay);
    }

    [Theory]
    [InlineData("01.02.2025", "06.02.2025")] // begins on the last day: five days
    [InlineData("02.02.2025", "01.02.2025")] // begins after it
    [Law("Termiņu skaitīšana", "terms.suspension")]
    public void Suspension_AroundTheLastDay_CountsOnlyFromWithinTheTerm(string from, string last)
    {
        var first = Days.D(from);
        var suspension = new Suspension(first, first.AddDays(4));
        var end = TermCalculator.End(Days.D("01.01.2025"), 1, [suspension], TermEndDay.Included);
        Assert.Equal(Days.D(last), end.LastDay);
    }

    [Fact]
    [Law("Termiņu skaitīšana", "terms.suspension")]
    public void Suspension_WithoutAnEnd_StopsTheTermAndTellsWhatIsLeft()
    {
        var end = TermCalculator.End(
            Days.D("01.01.2025"),
            1,
            [new Suspension(Days.D("20.01.2025"), null)],
            TermEndDay.Included
        );
        Assert.True(end.IsSuspendedNow);
        Assert.Null(end.LastDay);
        Assert.Equal(13, end.RemainingDays); // 20 January to 1 February
    }

    [Fact]
    public void Suspension_EndingBeforeItBegins_IsABug() =>
        Assert.Throws<ArgumentException>(() =>
            TermCalculator.End(
                Days.D("01.01.2025"),
                1,
                [new Suspension(Days.D("20.01.2025"), Days.D("19.01.2025"))],
                TermEndDay.Included
            )
        );

    [Fact]
    [Law("Termiņu skaitīšana", "terms.suspension")]
    public void Suspension_AnyWithinTheTerm_MovesTheEndByExactlyItsDays() =>
        Prop.ForAll(
                Days.Within(2005, 2030),
                Days.Numbers(1, 60),
                Days.Numbers(0, 20),
                (start, months, from) =>
                {
                    var plain = TermCalculator.End(start, months, [], TermEndDay.Included);
                    var first = start.AddDays(from);
                    var days = 1 + months * 3;
                    var suspension = new Suspension(first, first.AddDays(days - 1));
                    var moved = TermCalculator.End(start, months, [suspension], TermEndDay.Included);
                    return moved.LastDay == plain.LastDay!.Value.AddDays(days) && moved.SuspendedDays == days;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Suspensions_InAnyOrder_GiveTheSameEnd() =>
        Prop.ForAll(
                Days.Within(2005, 2030),
                Days.Numbers(0, 400),
                Days.Numbers(0, 400),
                (start, a, b) =>
                {
                    var one = new Suspension(start.AddDays(a), start.AddDays(a + 10));
                    var two = new Suspension(start.AddDays(b), start.AddDays(b + 25));
                    return TermCalculator.End(start, 12, [one, two], TermEndDay.Included)
                        == TermCalculator.End(start, 12, [two, one], TermEndDay.Included);
                }
            )
            .QuickCheckThrowOnFailure();
}

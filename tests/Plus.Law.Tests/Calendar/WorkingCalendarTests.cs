using Plus.Law.Calendar;

namespace Plus.Law.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    [Fact]
    public void Explain_OrdinaryDays_SayWorkingOrWeekend()
    {
        Assert.Equal(
            new DayExplanation(Days.D("02.04.2026"), DayStatus.Working, null),
            Days.Standard.Explain(Days.D("02.04.2026"))
        );
        Assert.Equal(
            new DayExplanation(Days.D("11.04.2026"), DayStatus.Weekend, "weekend"),
            Days.Standard.Explain(Days.D("11.04.2026"))
        );
    }

    [Fact]
    [Law("MK rīkojumi par darba dienu pārcelšanu", "calendar.transferred_days")]
    public void TransferredDays_BothKinds_OverruleTheWeek()
    {
        var calendar = new WorkingCalendar([
            new CalendarException(Days.D("02.01.2026"), CalendarDayKind.TransferredOff, "transferred_off"),
            new CalendarException(Days.D("17.01.2026"), CalendarDayKind.TransferredWork, "transferred_work"),
        ]);
        Assert.False(calendar.IsWorkingDay(Days.D("02.01.2026")));
        Assert.Equal(DayStatus.TransferredOff, calendar.Explain(Days.D("02.01.2026")).Status);
        Assert.True(calendar.IsWorkingDay(Days.D("17.01.2026")));
        Assert.True(Days.Standard.IsWorkingDay(Days.D("02.01.2026")));
    }

    [Theory]
    [InlineData("31.12.2004")]
    [InlineData("01.01.2036")]
    public void Day_OutsideTheYearsHeld_IsRefused(string day)
    {
        var outside = Days.D(day);
        var thrown = Assert.Throws<CalendarOutOfRangeException>(() => Days.Standard.IsWorkingDay(outside));
        Assert.Equal(outside, thrown.Day);
        Assert.False(WorkingCalendar.Holds(outside));
        Assert.Throws<CalendarOutOfRangeException>(() =>
            new WorkingCalendar([new CalendarException(outside, CalendarDayKind.Holiday, "x")])
        );
    }

    [Fact]
    public void Day_AtTheBordersOfTheYearsHeld_IsAnswered()
    {
        Assert.False(Days.Standard.IsWorkingDay(Days.D("01.01.2005")));
        Assert.False(Days.Standard.IsWorkingDay(Days.D("31.12.2035")));
    }

    [Fact]
    public void Exceptions_TwoForOneDay_AreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new WorkingCalendar([
                new CalendarException(Days.D("02.01.2026"), CalendarDayKind.TransferredOff, "a"),
                new CalendarException(Days.D("02.01.2026"), CalendarDayKind.Holiday, "b"),
            ])
        );

    // The Ministry of Welfare's count of 2023 (29 May and 10 July among the days off).
    [Theory]
    [InlineData(1, 22)]
    [InlineData(2, 20)]
    [InlineData(3, 23)]
    [InlineData(4, 18)]
    [InlineData(5, 20)]
    [InlineData(6, 21)]
    [InlineData(7, 20)]
    [InlineData(8, 23)]
    [InlineData(9, 21)]
    [InlineData(10, 22)]
    [InlineData(11, 21)]
    [InlineData(12, 19)]
    public void Month2023_WorkingDays_AreThePublishedNumber(int month, int workingDays)
    {
        var first = new DateOnly(2023, month, 1);
        Assert.Equal(workingDays, Days.Standard.CountWorkingDays(first, first.AddMonths(1).AddDays(-1)));
    }

    [Fact]
    public void WorkingDayOnOrAfter_DayOffAndWorkingDay_GoesForwardOnlyFromADayOff()
    {
        Assert.Equal(Days.D("07.04.2026"), Days.Standard.WorkingDayOnOrAfter(Days.D("03.04.2026")));
        Assert.Equal(Days.D("02.04.2026"), Days.Standard.WorkingDayOnOrAfter(Days.D("02.04.2026")));
    }
}

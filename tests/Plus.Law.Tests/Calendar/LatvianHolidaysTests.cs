using Plus.Law.Calendar;

namespace Plus.Law.Tests.Calendar;

public sealed class LatvianHolidaysTests
{
    private const string Act = "Likums “Par svētku, atceres un atzīmējamām dienām”";

    [Theory]
    [InlineData(2025, "01.01 18.04 21.04 01.05 05.05 23.06 24.06 18.11 24.12 25.12 26.12 31.12")]
    [InlineData(2026, "01.01 03.04 06.04 01.05 04.05 23.06 24.06 18.11 24.12 25.12 31.12")]
    [InlineData(2027, "01.01 26.03 29.03 04.05 23.06 24.06 18.11 24.12 31.12")]
    [Law(Act, "calendar.holidays")]
    public void Year_HolidaysOnWeekdays_AreThePublishedOnes(int year, string days)
    {
        var found = LatvianHolidays
            .Of(year)
            .Where(h => h.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(h => h.Day);
        Assert.Equal(days.Split(' ').Select(d => Days.D($"{d}.{year}")), found);
    }

    [Theory]
    [InlineData("20.11.2023", "proclamation_day_moved")]
    [InlineData("06.05.2024", "independence_restoration_moved")]
    [InlineData("05.05.2025", "independence_restoration_moved")]
    [InlineData("04.05.2026", "independence_restoration")]
    [InlineData("09.07.2018", "song_and_dance_festival")]
    [InlineData("24.09.2018", "papal_visit")]
    [InlineData("29.05.2023", "hockey_bronze")]
    [InlineData("10.07.2023", "song_and_dance_festival")]
    [InlineData("10.05.2026", "mothers_day")]
    [InlineData("24.12.2007", "christmas_eve")]
    [Law(Act, "calendar.holidays")]
    public void Day_MovedOrOneOffHoliday_IsOffUnderItsName(string day, string nameCode)
    {
        var explanation = Days.Standard.Explain(Days.D(day));
        Assert.Equal(nameCode, explanation.NameCode);
        Assert.Equal(DayStatus.Holiday, explanation.Status);
        Assert.False(explanation.IsWorking);
    }

    [Theory]
    [InlineData("05.05.2008")] // 4 May 2008 was a Sunday: the first year in which it moved
    [InlineData("19.11.2007")] // 18 November 2007 was a Sunday: the first year in which it moved
    [Law(Act, "calendar.moved_holidays")]
    public void Monday_InTheFirstYearOfMoving_IsOff(string monday) =>
        Assert.False(Days.Standard.IsWorkingDay(Days.D(monday)));

    [Theory]
    [InlineData("20.11.2006")] // 18 November 2006 was a Saturday and did not move yet
    [InlineData("06.05.2007")]
    [InlineData("24.12.2006")]
    [InlineData("24.12.2005")]
    [Law(Act, "calendar.moved_holidays")]
    public void Day_BeforeTheYearOfItsRule_IsAnOrdinaryDay(string day) =>
        Assert.NotEqual(DayStatus.Holiday, Days.Standard.Explain(Days.D(day)).Status);

    [Theory]
    [InlineData("03.01.2028")] // 1 January 2028 is a Saturday
    [InlineData("28.12.2026")] // 26 December 2026 is a Saturday
    [InlineData("03.05.2027")] // 1 May 2027 is a Saturday
    [InlineData("25.06.2029")] // 23 and 24 June 2029 are Saturday and Sunday
    [Law(Act, "calendar.moved_holidays")]
    public void Monday_AfterAnotherHolidayOnAWeekend_IsWorked(string monday) =>
        Assert.True(Days.Standard.IsWorkingDay(Days.D(monday)));

    [Theory]
    [InlineData(2005, "27.03")]
    [InlineData(2008, "23.03")]
    [InlineData(2011, "24.04")]
    [InlineData(2019, "21.04")]
    [InlineData(2024, "31.03")]
    [InlineData(2026, "05.04")]
    [InlineData(2035, "25.03")]
    public void Easter_KnownYears_FallOnTheirDay(int year, string day) =>
        Assert.Equal(Days.D($"{day}.{year}"), Easter.Sunday(year));

    [Fact]
    public void Holidays_EveryYearHeld_AreInOrderAndOncePerDay()
    {
        for (var year = WorkingCalendar.FirstYear; year <= WorkingCalendar.LastYear; year++)
        {
            var days = LatvianHolidays.Of(year).Select(h => h.Day).ToList();
            Assert.Equal(days.Distinct().Order(), days);
            Assert.All(days, d => Assert.Equal(year, d.Year));
        }
    }
}

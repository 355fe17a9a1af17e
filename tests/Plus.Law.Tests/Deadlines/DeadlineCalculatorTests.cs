using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Deadlines;

public sealed class DeadlineCalculatorTests
{
    private static readonly LegalSource Somewhere = new("LSIK", "155. pants");

    private static DeadlineRule Rule(int count, CountUnit unit) =>
        new("test", count, unit, Somewhere, Standing.Confirmed);

    [Theory]
    [InlineData("01.04.2026", 10, "17.04.2026")]
    [InlineData("19.12.2025", 10, "09.01.2026")]
    [InlineData("18.06.2026", 3, "25.06.2026")]
    [Law("LSIK 133., 155. pants", "counting.working_days")]
    public void WorkingDays_WorkedExamples_EndOnTheDay(string start, int count, string due)
    {
        var deadline = DeadlineCalculator.Compute(Rule(count, CountUnit.WorkingDays), Days.D(start), Days.Standard);
        Assert.Equal(Days.D(due), deadline.DueOn);
        Assert.Equal(Days.D(due), deadline.RawDueOn);
        Assert.Equal(Days.D(start), deadline.StartOn);
    }

    [Fact]
    [Law("LSIK 155. pants", "counting.explanation")]
    public void WorkingDays_AcrossEaster_ExplainTheDaysSkipped()
    {
        var deadline = DeadlineCalculator.Compute(Rule(10, CountUnit.WorkingDays), Days.D("01.04.2026"), Days.Standard);
        Assert.Equal(
            [
                new SkippedDay(Days.D("03.04.2026"), "good_friday"),
                new SkippedDay(Days.D("05.04.2026"), "easter"),
                new SkippedDay(Days.D("06.04.2026"), "easter_monday"),
            ],
            deadline.Skipped
        );
        Assert.Equal(3, deadline.SkippedWeekendDays); // 4, 11 and 12 April; the 5th is Easter Sunday by name
    }

    [Fact]
    [Law("MK rīkojumi par darba dienu pārcelšanu", "calendar.transferred_days")]
    public void WorkingDays_WithATransferredDayOff_EndOneDayLater()
    {
        var calendar = new WorkingCalendar([
            new CalendarException(Days.D("02.01.2026"), CalendarDayKind.TransferredOff, "transferred_off"),
        ]);
        var deadline = DeadlineCalculator.Compute(Rule(10, CountUnit.WorkingDays), Days.D("19.12.2025"), calendar);
        Assert.Equal(Days.D("12.01.2026"), deadline.DueOn);
        Assert.Contains(new SkippedDay(Days.D("02.01.2026"), "transferred_off"), deadline.Skipped);
    }

    [Fact]
    [Law("Termiņu skaitīšana", "counting.moves_from_day_off")]
    public void CalendarDays_EndingOnASaturday_ShowTheRawDayAndMoveToMonday()
    {
        var deadline = DeadlineCalculator.Compute(
            Rule(10, CountUnit.CalendarDays),
            Days.D("01.04.2026"),
            Days.Standard
        );
        Assert.Equal(Days.D("11.04.2026"), deadline.RawDueOn);
        Assert.Equal(Days.D("13.04.2026"), deadline.DueOn);
        Assert.True(deadline.Moved);
        Assert.Equal(2, deadline.SkippedWeekendDays);
        Assert.Equal(Standing.Unverified, deadline.Standing);
    }

    [Fact]
    [Law("Termiņu skaitīšana", "counting.moves_from_day_off")]
    public void CalendarDays_WithMovingSwitchedOff_StayOnTheSaturday()
    {
        var parameters = Days.Override(ParameterCodes.DeadlineMovesFromDayOff, 0);
        var rule = DeadlineRule.From(parameters, ParameterCodes.RegisterProbationObservation, Days.D("01.04.2026"));
        var deadline = DeadlineCalculator.Compute(rule, Days.D("01.04.2026"), Days.Standard);
        Assert.Equal(Days.D("11.04.2026"), deadline.DueOn);
        Assert.False(deadline.Moved);
        Assert.Equal(Standing.Confirmed, deadline.Standing);
    }

    [Theory]
    [InlineData("31.01.2024", 1, "29.02.2024", "29.02.2024")]
    [InlineData("31.01.2025", 1, "28.02.2025", "28.02.2025")]
    [InlineData("29.02.2024", 12, "28.02.2025", "28.02.2025")]
    [InlineData("30.06.2025", 6, "30.12.2025", "30.12.2025")]
    [InlineData("30.06.2026", 6, "30.12.2026", "30.12.2026")]
    [InlineData("31.10.2024", 2, "31.12.2024", "02.01.2025")]
    [InlineData("04.11.2023", 6, "04.05.2024", "07.05.2024")]
    public void Months_EdgeDays_EndOnTheSameNumberAndMoveFromDaysOff(string start, int months, string raw, string due)
    {
        var deadline = DeadlineCalculator.Compute(Rule(months, CountUnit.Months), Days.D(start), Days.Standard);
        Assert.Equal(Days.D(raw), deadline.RawDueOn);
        Assert.Equal(Days.D(due), deadline.DueOn);
    }

    [Fact]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 6. pants", "deadline.settlement_term")]
    public void SettlementTerm_SixMonths_EndsOnTheSameNumber()
    {
        var start = Days.D("02.02.2026");
        var rule = DeadlineRule.From(Days.Embedded, ParameterCodes.SettlementTerm, start);
        Assert.Equal(Days.D("03.08.2026"), DeadlineCalculator.Compute(rule, start, Days.Standard).DueOn);
    }

    [Fact]
    public void Start_Unknown_WaitsAndGuessesNothing()
    {
        var deadline = DeadlineCalculator.Compute(Rule(3, CountUnit.WorkingDays), null, Days.Standard);
        Assert.True(deadline.WaitsForStart);
        Assert.Null(deadline.DueOn);
        Assert.Null(deadline.RawDueOn);
        Assert.False(deadline.IsOverdue(Days.D("31.12.2035")));
    }

    [Fact]
    public void Due_TheDayItselfIsInTime_TheNextIsOverdue()
    {
        var deadline = DeadlineCalculator.Compute(Rule(10, CountUnit.WorkingDays), Days.D("01.04.2026"), Days.Standard);
        Assert.False(deadline.IsOverdue(Days.D("17.04.2026")));
        Assert.True(deadline.IsOverdue(Days.D("18.04.2026")));
    }

    [Fact]
    public void Count_LeavingTheCalendar_IsRefused() =>
        Assert.Throws<CalendarOutOfRangeException>(() =>
            DeadlineCalculator.Compute(Rule(10, CountUnit.WorkingDays), Days.D("28.12.2035"), Days.Standard)
        );

    [Fact]
    public void Count_Negative_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DeadlineCalculator.Compute(Rule(-1, CountUnit.CalendarDays), Days.D("28.12.2025"), Days.Standard)
        );

    [Fact]
    public void Rule_OfAParameterThatCountsNothing_IsRefused() =>
        Assert.Throws<LegalParameterException>(() =>
            DeadlineRule.From(Days.Embedded, ParameterCodes.CommunityWorkMainMax, Days.D("01.01.2026"))
        );
}

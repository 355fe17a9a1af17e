using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Rehabilitation;

namespace Plus.Law.Tests.Rehabilitation;

public sealed class CofinancingTests
{
    [Theory]
    [InlineData("01.06.2023", "20.00", "14.00")]
    [InlineData("01.06.2024", "20.00", "14.00")]
    [InlineData("01.06.2024", "25.00", "17.50")]
    [InlineData("01.06.2023", "25.00", "15.00")]
    [InlineData("01.06.2024", "30.00", "21.00")]
    [InlineData("01.06.2024", "40.00", "21.00")]
    [InlineData("11.08.2023", "21.43", "15.00")]
    [InlineData("11.08.2023", "21.42", "14.99")]
    [InlineData("11.08.2023", "40.00", "15.00")]
    [InlineData("12.08.2023", "40.00", "21.00")]
    [InlineData("12.08.2023", "0.05", "0.04")]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.daily_cap")]
    public void Day_OfAPrice_IsTheShareUpToTheCapOfThatDay(string day, string price, string pay) =>
        Assert.Equal(Money(pay), Cofinancing.Day(Days.D(day), Money(price), Days.Embedded).Pay);

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.share_percent")]
    public void Stay_AcrossTheChange_UsesEachDaysOwnCap()
    {
        var stay = Cofinancing.Stay(Days.D("07.08.2023"), Days.D("16.08.2023"), 25m, [], Days.Embedded);
        Assert.Equal(10, stay.Days.Count);
        Assert.Equal(162.50m, stay.Total);
        Assert.Equal(Standing.Confirmed, stay.Standing);
    }

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.share_percent")]
    public void Stay_WithDaysOfAbsence_PaysOnlyDaysReceived()
    {
        var stay = Cofinancing.Stay(
            Days.D("01.06.2024"),
            Days.D("05.06.2024"),
            20m,
            [Days.D("02.06.2024"), Days.D("09.06.2024")],
            Days.Embedded
        );
        Assert.Equal(56m, stay.Total);
    }

    [Fact]
    public void Stay_EndingBeforeItBegins_IsABug() =>
        Assert.Throws<ArgumentException>(() =>
            Cofinancing.Stay(Days.D("02.06.2024"), Days.D("01.06.2024"), 20m, [], Days.Embedded)
        );

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.daily_cap")]
    public void Pay_OfAnyPrice_NeverPassesTheCapNorTheRoundedShare() =>
        Prop.ForAll(
                Days.Within(2018, 2034),
                Days.Numbers(0, 20_000),
                (day, cents) =>
                {
                    if (day < Days.D("02.02.2018"))
                    {
                        return true;
                    }

                    var pay = Cofinancing.Day(day, cents / 100m, Days.Embedded);
                    return pay.Pay <= pay.Cap && pay.Pay <= pay.Uncapped && pay.Pay >= 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("01.06.2024", "40.00", "40.00")]
    [InlineData("11.08.2023", "33.33", "33.33")]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 32.² pants", "cofinancing.child_share_percent")]
    public void Day_OfAChildUnderObservation_IsPaidInFull(string day, string price, string pay) =>
        Assert.Equal(Money(pay), Cofinancing.Day(Days.D(day), Money(price), Days.Embedded, paidInFull: true).Pay);

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.last_day_counts")]
    public void Received_OfAStay_GoesFromEntryToTheDayOfExpulsion_WithinTheMonthAsked()
    {
        var stay = new Stay(Days.D("20.05.2024"), Days.D("10.06.2024"), 20m, false, [Days.D("03.06.2024")]);

        var june = Cofinancing.Received(stay, Days.D("01.06.2024"), Days.D("30.06.2024"), Days.Embedded);

        // Ten days, one of them absent; whether the last one counts is an unverified parameter that says yes.
        Assert.Equal(9, june.Days.Count);
        Assert.Equal(126m, june.Total);
        Assert.Equal(Days.D("10.06.2024"), Cofinancing.LastDay(stay, Days.Embedded));
        Assert.Empty(Cofinancing.Received(stay, Days.D("11.06.2024"), Days.D("30.06.2024"), Days.Embedded).Days);
    }

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "cofinancing.share_percent")]
    public void Received_MonthByMonth_AddsUpToTheStay_WhateverTheOrderOfAbsences() =>
        Prop.ForAll(
                Days.Within(2019, 2030),
                Days.Numbers(0, 400),
                Days.Numbers(1, 20_000),
                (entered, length, cents) =>
                {
                    var left = entered.AddDays(length);
                    List<DateOnly> absent =
                    [
                        .. Enumerable.Range(0, length + 1).Where(i => i * cents % 5 == 0).Select(entered.AddDays),
                    ];
                    var price = cents / 100m;
                    var stay = new Stay(entered, left, price, false, absent);
                    var turned = stay with { Absent = [.. absent.AsEnumerable().Reverse()] };
                    var whole = Cofinancing.Received(stay, entered, left, Days.Embedded);
                    var months = 0m;
                    for (
                        var month = new DateOnly(entered.Year, entered.Month, 1);
                        month <= left;
                        month = month.AddMonths(1)
                    )
                    {
                        months += Cofinancing
                            .Received(turned, month, month.AddMonths(1).AddDays(-1), Days.Embedded)
                            .Total;
                    }

                    return months == whole.Total
                        && whole.Days.Count == length + 1 - absent.Count
                        && whole.Total == Cofinancing.Stay(entered, left, price, absent, Days.Embedded).Total;
                }
            )
            .QuickCheckThrowOnFailure();

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

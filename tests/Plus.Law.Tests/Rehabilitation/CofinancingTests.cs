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

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

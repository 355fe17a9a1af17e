using Plus.Law.CommunityWork;
using Plus.Law.Rules;

namespace Plus.Law.Tests.CommunityWork;

public sealed class ReplacementCalculatorTests
{
    private const string L40 = "KL 40. pants";
    private static readonly DateOnly Day = Days.D("01.06.2026");

    [Theory]
    [InlineData(280 * 60, 70)]
    [InlineData(40 * 60, 10)]
    [InlineData(0, 0)]
    [Law(L40, "community_work.replacement")]
    public void Hours_DivisibleByFour_BecomeDaysAndAreConfirmed(int minutes, int days)
    {
        var replacement = ReplacementCalculator.Compute(minutes, Day, Days.Embedded);
        Assert.Equal(days, replacement.Days);
        Assert.Equal(Standing.Confirmed, replacement.Standing);
        Assert.Equal(new LegalSource("KL", "40. pants"), replacement.Source);
    }

    [Theory]
    [InlineData("down", 41 * 60, 10)]
    [InlineData("half_up", 41 * 60, 10)]
    [InlineData("half_up", 42 * 60, 11)]
    [InlineData("up", 41 * 60, 11)]
    [InlineData("down", 239, 0)]
    [Law(L40, "community_work.replacement")]
    public void Hours_NotDivisibleByFour_AreRoundedByTheParameter(string rounding, int minutes, int days)
    {
        var parameters = Days.Override(ParameterCodes.ReplacementRounding, rounding);
        Assert.Equal(days, ReplacementCalculator.Compute(minutes, Day, parameters).Days);
    }

    [Fact]
    [Law(L40, "community_work.replacement")]
    public void Steps_OfABrokenDay_AreShownAndUnverified()
    {
        var replacement = ReplacementCalculator.Compute(41 * 60, Day, Days.Embedded);
        Assert.Equal(
            (2460, 240, 10.25m, 10),
            (replacement.UnservedMinutes, replacement.MinutesPerDay, replacement.ExactDays, replacement.RoundedDays)
        );
        Assert.Equal(ReplacementRounding.Down, replacement.Rounding);
        Assert.Equal(Standing.Unverified, replacement.Standing);
        Assert.False(replacement.IsCapped);
    }

    [Fact]
    [Law(L40, "community_work.replacement")]
    public void Days_OverThreeMonths_AreCapped()
    {
        var replacement = ReplacementCalculator.Compute(400 * 60, Day, Days.Embedded);
        Assert.Equal((100, 90, 90), (replacement.RoundedDays, replacement.MaximumDays, replacement.Days));
        Assert.True(replacement.IsCapped);
        Assert.Equal(Standing.Unverified, replacement.Standing);
    }

    [Fact]
    public void Input_Impossible_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplacementCalculator.Compute(-1, Day, Days.Embedded));
        Assert.Throws<LegalParameterException>(() =>
            ReplacementCalculator.Compute(60, Day, Days.Override(ParameterCodes.ReplacementRounding, "sideways"))
        );
    }
}

using Plus.Law.Identity;

namespace Plus.Law.Tests.Identity;

public sealed class OtherIdentifiersTests
{
    [Theory]
    [InlineData("40003521600")]
    [InlineData("40103793753")]
    [InlineData("40103532672")]
    [InlineData("90001870675")]
    [InlineData("LV 40003521600")]
    public void LegalEntity_RightSum_HasNoWarning(string text)
    {
        Assert.True(LegalEntityNumber.TryParse(text, out var number));
        Assert.Empty(number.Warnings());
    }

    [Fact]
    public void LegalEntity_WrongSum_IsWarnedOfAndKept()
    {
        Assert.True(LegalEntityNumber.TryParse("40003521601", out var number));
        Assert.Equal([ReasonCodes.CheckDigitDiffers], number.Warnings());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4000352160")]
    [InlineData("4000352160A")]
    public void LegalEntity_NotElevenDigits_IsNoNumber(string? text) =>
        Assert.False(LegalEntityNumber.TryParse(text, out _));

    [Theory]
    [InlineData("0001000", true, true)]
    [InlineData("0020200", false, false)]
    [InlineData(" 0054000 ", false, true)]
    public void Territory_SevenDigits_IsRead(string text, bool city, bool whole)
    {
        Assert.True(TerritoryCode.TryParse(text, out var code));
        Assert.Equal(city, code.IsStateCity);
        Assert.Equal(whole, code.IsWholeTerritory);
        Assert.Equal(text.Trim(), code.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("000100")]
    [InlineData("00010000")]
    [InlineData("LV01000")]
    public void Territory_OtherText_IsNoCode(string? text) => Assert.False(TerritoryCode.TryParse(text, out _));

    [Theory]
    [InlineData("16.11.1975", "15.11.1993", 17)]
    [InlineData("16.11.1975", "16.11.1993", 18)]
    [InlineData("29.02.2004", "28.02.2022", 17)]
    [InlineData("29.02.2004", "01.03.2022", 18)]
    [InlineData("29.02.2004", "29.02.2024", 20)]
    [InlineData("01.01.2020", "01.01.2020", 0)]
    public void Age_AroundTheBirthday_IsInFullYears(string birth, string day, int age)
    {
        Assert.Equal(age, PersonAge.AgeOn(Days.D(birth), Days.D(day)));
        Assert.Equal(age, PersonAge.AgeOrNull(Days.D(birth), Days.D(day)));
    }

    [Fact]
    public void Age_BeforeTheBirth_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PersonAge.AgeOn(Days.D("02.01.2020"), Days.D("01.01.2020")));
        Assert.Null(PersonAge.AgeOrNull(Days.D("02.01.2020"), Days.D("01.01.2020")));
        Assert.Null(PersonAge.AgeOrNull(null, Days.D("01.01.2020")));
    }
}

using Plus.Law.Rules;

namespace Plus.Law.Tests.Rules;

public sealed class LegalParametersTests
{
    private const string Code = ParameterCodes.RegisterSuspendedSentence;

    [Fact]
    public void Get_UnknownCode_IsRefused()
    {
        var thrown = Assert.Throws<LegalParameterException>(() => Days.Embedded.Get("no.such", Days.D("01.01.2026")));
        Assert.Equal("no.such", thrown.Code);
        Assert.Null(Days.Embedded.Find("no.such", Days.D("01.01.2026")));
    }

    [Fact]
    public void Get_DayWithoutAnEntry_IsRefused() =>
        Assert.Throws<LegalParameterException>(() =>
            Days.Embedded.Get(ParameterCodes.MinimumHourlyTariff, Days.D("01.01.2022"))
        );

    [Theory]
    [InlineData("31.12.2025", 10)]
    [InlineData("01.01.2026", 12)]
    [InlineData("30.06.2026", 12)]
    [InlineData("01.07.2026", 10)]
    public void With_AnOverrideOfARangeOfDays_RulesFromItsFirstToItsLastDay(string day, int value)
    {
        var parameters = Days.Embedded.With([Days.Parameter(Code, 12, null, "01.01.2026", "30.06.2026")]);
        Assert.Equal(value, parameters.Get(Code, Days.D(day)).WholeNumber);
    }

    [Fact]
    public void With_ALaterOverride_GoesBeforeAnEarlierOneFromItsDayOn()
    {
        var parameters = Days
            .Embedded.With([Days.Parameter(Code, 12, null, "01.01.2026")])
            .With([Days.Parameter(Code, 14, null, "01.03.2026")]);
        Assert.Equal(12, parameters.Get(Code, Days.D("28.02.2026")).WholeNumber);
        Assert.Equal(14, parameters.Get(Code, Days.D("01.03.2026")).WholeNumber);
        Assert.Equal(10, Days.Embedded.Get(Code, Days.D("01.03.2026")).WholeNumber);
        Assert.Equal(Days.Embedded.All.Count() + 2, parameters.All.Count());
    }

    [Fact]
    public void Values_OfTheWrongShape_AreRefusedNotCut()
    {
        var parameter = Days.Parameter(Code, 2.5m, null, "01.01.2026");
        Assert.Throws<LegalParameterException>(() => parameter.WholeNumber);
        Assert.Throws<LegalParameterException>(() => parameter.IsYes);
        Assert.Equal(150, parameter.Minutes);
        Assert.Throws<LegalParameterException>(() => (parameter with { Value = 0.33m }).Minutes);
        Assert.Throws<LegalParameterException>(() => (parameter with { Value = null, Text = "ten" }).Number);
        Assert.Equal("ten", (parameter with { Value = null, Text = "ten" }).Words);
    }
}

using Plus.Law.Figures;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Figures;

public sealed class FiguresTests
{
    private const string Report = "Valsts probācijas dienesta publiskais pārskats";
    private static readonly DateOnly Day = Days.D("31.12.2023");

    [Theory]
    [InlineData(11, AgeBandCode.Children)]
    [InlineData(17, AgeBandCode.Children)]
    [InlineData(18, AgeBandCode.Youth)]
    [InlineData(25, AgeBandCode.Youth)]
    [InlineData(26, AgeBandCode.Adults)]
    [InlineData(99, AgeBandCode.Adults)]
    [InlineData(5, AgeBandCode.Children)]
    [Law(Report, "figures.age_bands")]
    public void Age_AtTheBorders_FallsIntoItsBand(int age, AgeBandCode band)
    {
        Assert.Equal(band, AgeBand.Of(age).Code);
        Assert.Equal(AgeBand.Of(age), AgeBand.Of(age, Day, Days.Embedded));
    }

    [Fact]
    [Law(Report, "figures.age_bands")]
    public void Bands_WithOtherParameters_HaveOtherBorders()
    {
        var parameters = Days.Override(ParameterCodes.AgeBandAdultsFrom, 30);
        Assert.Equal(AgeBandCode.Youth, AgeBand.Of(29, Day, parameters).Code);
        Assert.Equal(29, AgeBand.Of(29, Day, parameters).To);
        Assert.Throws<ArgumentOutOfRangeException>(() => AgeBand.Of(-1));
    }

    [Theory]
    [InlineData("section_opened", "10.02.2022")]
    [InlineData("offence_committed", "05.01.2021")]
    [InlineData("year_start", "01.01.2023")]
    [InlineData("year_end", "31.12.2023")]
    [Law(Report, "figures.age_reference")]
    public void AgeReference_ByTheParameter_IsItsDay(string choice, string day) =>
        Assert.Equal(
            Days.D(day),
            AgeReferenceDay.For(
                2023,
                Days.D("10.02.2022"),
                Days.D("05.01.2021"),
                Days.Override(ParameterCodes.AgeReference, choice)
            )
        );

    [Fact]
    public void AgeReference_UnknownChoiceOrOffenceDay_IsNotGuessed()
    {
        var opened = Days.D("10.02.2022");
        Assert.Equal(
            opened,
            AgeReferenceDay.For(2023, opened, null, Days.Override(ParameterCodes.AgeReference, "offence_committed"))
        );
        Assert.Throws<LegalParameterException>(() =>
            AgeReferenceDay.For(2023, opened, null, Days.Override(ParameterCodes.AgeReference, "some_day"))
        );
    }

    [Theory]
    [InlineData("158", false)]
    [InlineData("159", true)]
    [InlineData("160", true)]
    [InlineData("162.¹", true)]
    [InlineData("162.1", true)]
    [InlineData("163", false)]
    [InlineData("166", true)]
    [InlineData("168.1", false)]
    [InlineData("180", false)]
    [Law("KL XVI nodaļa", "figures.sexual_offence_articles")]
    public void Article_OfChapterSixteen_IsASexualOffence(string text, bool expected)
    {
        Assert.True(CriminalArticle.TryParse(text, out var article));
        Assert.Equal(expected, SexualOffences.IsSexualOffence(article, Day, Days.Embedded));
    }

    [Fact]
    [Law("KL XVI nodaļa", "figures.sexual_offence_articles")]
    public void ArticleList_WithAWordThatIsNoArticle_IsRefused()
    {
        var parameters = Days.Override(ParameterCodes.SexualOffenceArticlesWider, "166,abc");
        Assert.Throws<LegalParameterException>(() => SexualOffences.Articles(Day, parameters));
    }

    [Theory]
    [InlineData("168", 168, 0, "168")]
    [InlineData("168.1", 168, 1, "168.¹")]
    [InlineData("168.¹", 168, 1, "168.¹")]
    [InlineData(" 45.¹² ", 45, 12, "45.¹²")]
    public void Article_AnyWayOfWriting_IsRead(string text, int number, int superscript, string printed)
    {
        Assert.True(CriminalArticle.TryParse(text, out var article));
        Assert.Equal(new CriminalArticle(number, superscript), article);
        Assert.Equal(printed, article.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("168.")]
    [InlineData("168.0")]
    [InlineData("168.1.2")]
    [InlineData("-5")]
    public void Article_OtherText_IsNone(string? text) => Assert.False(CriminalArticle.TryParse(text, out _));

    [Theory]
    [InlineData(2.345, 2, 2.35)]
    [InlineData(2.5, 0, 3)]
    [InlineData(0.5, 0, 1)]
    [InlineData(-2.5, 0, -3)]
    [InlineData(66.6666, 2, 66.67)]
    [InlineData(3.75009, 2, 3.75)]
    [Law(Report, "figures.rounding")]
    public void Rounding_Halves_GoUp(double value, int decimals, double rounded) =>
        Assert.Equal((decimal)rounded, Rounding.HalfUp((decimal)value, decimals));

    [Fact]
    [Law(Report, "figures.rounding")]
    public void Percent_OfNothing_IsNoDataAndNotZero()
    {
        Assert.Equal(66.67m, Rounding.Percent(2, 3, 2));
        Assert.Null(Rounding.Percent(0, 0, 2));
    }

    [Fact]
    [Law("Labklājības ministrijas minimālās stundas tarifa likmes", "figures.minimum_hourly_tariff")]
    public void HoursValue_OfTheMonthsOf2023_GivesThePublishedTotal()
    {
        long[] hours = [49677, 51185, 49677, 49677, 49677, 49677, 49676, 48168, 49676, 49676, 49676, 49676];
        var value = HoursValue.InEuro(hours.Select((h, i) => (new DateOnly(2023, i + 1, 1), h * 60)), Days.Embedded);
        Assert.Equal(596118, hours.Sum());
        Assert.Equal(2137899.84m, Rounding.HalfUp(value!.Value, 2));
    }

    [Fact]
    [Law("Labklājības ministrijas minimālās stundas tarifa likmes", "figures.minimum_hourly_tariff")]
    public void HoursValue_OfAMonthWithoutATariff_IsNoDataAndNotZero()
    {
        Assert.Null(HoursValue.InEuro([(Days.D("01.01.2022"), 60)], Days.Embedded));
        Assert.Equal(0m, HoursValue.InEuro([(Days.D("01.01.2022"), 0)], Days.Embedded));
    }

    [Fact]
    [Law(Report, "figures.client_day_cost")]
    public void ClientDayCost_Of2023_IsThePublishedOne()
    {
        var days = Days.Embedded.Get(ParameterCodes.ClientDayDivisorDays, Day).Number;
        Assert.Equal(3.75m, Rounding.HalfUp(15049169m / 16052 / days, 2));
    }
}

using Plus.Law.CommunityWork;
using Plus.Law.Figures;
using Plus.Law.Rules;

namespace Plus.Law.Tests.CommunityWork;

public sealed class HostRulesTests
{
    private const string Regulation = "MK noteikumi Nr. 241 (2024)";

    [Theory]
    [InlineData("10.05.2024", "10.05.2026")]
    [InlineData("29.02.2024", "28.02.2026")]
    [Law(Regulation, "host.child_rights_training")]
    public void Training_IsGoodForTwoYearsAndItsLastDayCounts(string held, string last)
    {
        Assert.Equal(Days.D(last), ChildRightsTraining.ValidUntil(Days.D(held), Days.Embedded));
        Assert.True(ChildRightsTraining.IsValidOn(Days.D(held), [Days.D(held)], Days.Embedded));
        Assert.True(ChildRightsTraining.IsValidOn(Days.D(last), [Days.D(held)], Days.Embedded));
        Assert.False(ChildRightsTraining.IsValidOn(Days.D(last).AddDays(1), [Days.D(held)], Days.Embedded));
        Assert.False(ChildRightsTraining.IsValidOn(Days.D(held).AddDays(-1), [Days.D(held)], Days.Embedded));
    }

    [Fact]
    [Law(Regulation, "host.child_rights_training")]
    public void Training_ByAnotherNumberOfYears_HoldsFromThatDayOn()
    {
        var parameters = Days.Override(ParameterCodes.ChildRightsTrainingYears, 3, "01.06.2026");

        Assert.Equal(Days.D("31.05.2028"), ChildRightsTraining.ValidUntil(Days.D("31.05.2026"), parameters));
        Assert.Equal(Days.D("01.06.2029"), ChildRightsTraining.ValidUntil(Days.D("01.06.2026"), parameters));
    }

    [Theory]
    [InlineData("159", "sexual,againstChildren")]
    [InlineData("174", "againstChildren")]
    [InlineData("176", "violent,property")]
    [InlineData("253.1", "drugs")]
    [InlineData("262", "traffic")]
    [InlineData("300", "")]
    [Law("Dienesta noteikums", "placement.offence_groups")]
    public void Article_BelongsToTheGroupsWhoseListsNameIt(string article, string groups)
    {
        Assert.True(CriminalArticle.TryParse(article, out var read));
        Assert.Equal(
            groups.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            OffenceGroups.Of(read, Days.D("01.06.2026"), Days.Embedded).Order(StringComparer.Ordinal)
        );
    }
}

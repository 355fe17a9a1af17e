using System.Reflection;
using Plus.Shared.Exchange;
using Plus.Shared.Exchange.Messages;
using Plus.Web.Language;

namespace Plus.Shared.Tests.Exchange;

public sealed class ReasonTextsTests
{
    public static TheoryData<string> Codes() =>
        new(
            typeof(IntakeReasons)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (string)f.GetRawConstantValue()!)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryReason_HasATextInBothLanguagesWithTheSameValues(string code)
    {
        var key = ReasonText.KeyOf(code);
        Assert.True(IntakeHouse.Catalog.Has(PageLanguage.Latvian, key));
        Assert.True(IntakeHouse.Catalog.Has(PageLanguage.English, key));
        Assert.Equal(
            IntakeHouse.Catalog.Placeholders(PageLanguage.Latvian, key).Distinct().Order(),
            IntakeHouse.Catalog.Placeholders(PageLanguage.English, key).Distinct().Order()
        );
    }

    [Fact]
    public void EveryProcess_HasAHistoryLineInBothLanguages() =>
        Assert.All(
            IntakeProcesses.All,
            p =>
            {
                Assert.True(IntakeHouse.Catalog.Has(PageLanguage.Latvian, "process." + p.Code));
                Assert.True(IntakeHouse.Catalog.Has(PageLanguage.English, "process." + p.Code));
            }
        );
}

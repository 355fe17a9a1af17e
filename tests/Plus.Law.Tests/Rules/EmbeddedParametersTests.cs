using System.Reflection;
using Plus.Law.Rules;

namespace Plus.Law.Tests.Rules;

public sealed class EmbeddedParametersTests
{
    private static readonly string[] Units =
    [
        "working_days",
        "calendar_days",
        "days",
        "months",
        "years",
        "hours",
        "eur_per_hour",
        "eur_per_day",
        "percent",
        "yes_no",
        "code",
        "list",
        "count",
    ];

    [Fact]
    public void Codes_OfTheFilesAndOfTheConstants_AreTheSame() =>
        Assert.Equal(
            typeof(ParameterCodes)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (string)f.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal),
            Days.Embedded.Codes
        );

    [Fact]
    public void Entries_All_AreWholeAndFounded() =>
        Assert.All(
            Days.Embedded.All,
            p =>
            {
                Assert.True(p.Value.HasValue ^ p.Text is not null, p.Code);
                Assert.Contains(p.Unit, Units);
                Assert.False(string.IsNullOrWhiteSpace(p.Act), p.Code);
                Assert.False(string.IsNullOrWhiteSpace(p.Source), p.Code);
                Assert.True(p.ValidTo is null || p.ValidTo >= p.ValidFrom, p.Code);
            }
        );

    [Fact]
    public void Entries_OfOneCode_NeverOverlap()
    {
        foreach (var code in Days.Embedded.Codes)
        {
            var history = Days.Embedded.History(code).OrderBy(p => p.ValidFrom).ToList();
            for (var i = 1; i < history.Count; i++)
            {
                Assert.True(history[i - 1].ValidTo < history[i].ValidFrom, code);
            }
        }
    }

    [Fact]
    public void Entries_FromMemoryOrChosen_AreUnverified() =>
        Assert.All(
            Days.Embedded.All.Where(p =>
                p.Source.StartsWith("nav avota", StringComparison.Ordinal)
                || p.Source.StartsWith("pieņēmums", StringComparison.Ordinal)
            ),
            p => Assert.Equal(Standing.Unverified, p.Standing)
        );

    [Theory]
    [InlineData(ParameterCodes.CreateCase, "01.06.2026", 2, "MK noteikumi par probācijas klienta lietu")]
    [InlineData(ParameterCodes.EnterInformation, "01.06.2026", 2, "MK noteikumi Nr. 803 (2007)")]
    [InlineData(ParameterCodes.CommunityWorkMainMin, "01.06.2026", 40, "KL")]
    [InlineData(ParameterCodes.CommunityWorkMainMax, "01.06.2026", 280, "KL")]
    [InlineData(ParameterCodes.CommunityWorkAdditionalMin, "01.06.2026", 40, "KL")]
    [InlineData(ParameterCodes.CommunityWorkAdditionalMax, "01.06.2026", 100, "KL")]
    [InlineData(ParameterCodes.SuspendedSentenceMin, "01.06.2026", 6, "KL")]
    [InlineData(ParameterCodes.SuspendedSentenceMax, "01.06.2026", 60, "KL")]
    [InlineData(ParameterCodes.ProbationSupervisionMainMax, "01.06.2026", 60, "KL")]
    [InlineData(ParameterCodes.ProbationSupervisionAdditionalMax, "31.12.2021", 60, "KL")]
    [InlineData(ParameterCodes.ProbationSupervisionAdditionalMax, "01.01.2022", 36, "KL")]
    [InlineData(ParameterCodes.ElectronicMonitoringMax, "01.06.2026", 12, "KL")]
    [InlineData(ParameterCodes.SettlementTerm, "01.06.2026", 6, "Likums par audzinoša rakstura piespiedu līdzekļiem")]
    [InlineData(ParameterCodes.LeaveResidenceDays, "01.06.2026", 15, "LSIK")]
    [InlineData(ParameterCodes.TermEndsWarningDays, "01.06.2026", 14, "Dienesta prakse")]
    public void Value_OnADay_IsTheOneOfTheSource(string code, string day, int value, string act)
    {
        var parameter = Days.Embedded.Get(code, Days.D(day));
        Assert.Equal(value, parameter.WholeNumber);
        Assert.Equal(act, parameter.Act);
    }

    [Theory]
    [InlineData("31.12.2021")]
    public void MainProbationSupervision_BeforeItWasAMainPenalty_HasNoTerm(string day) =>
        Assert.Null(Days.Embedded.Find(ParameterCodes.ProbationSupervisionMainMin, Days.D(day)));
}

using Plus.Law.Sections;

namespace Plus.Law.Tests.Sections;

public sealed class RulingTests
{
    private static readonly DateOnly Day = Days.D("09.10.2026");

    [Theory]
    [InlineData(MeasureCode.CommunityWork, PenaltyRole.Main, 40, 280)]
    [InlineData(MeasureCode.CommunityWork, PenaltyRole.Additional, 40, 100)]
    [InlineData(MeasureCode.EducationalCommunityWork, PenaltyRole.Main, 10, 40)]
    [Law("KL 40. pants", "community_work.amounts")]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 11. pants", "educational_community_work.amounts")]
    public void Hours_OutsideTheLimits_AreMarked(string measure, PenaltyRole role, int min, int max) =>
        MustHold(measure, role, min, max, ReasonCodes.AmountUnderMinimum, ReasonCodes.AmountOverMaximum);

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, PenaltyRole.Main, 6, 60)]
    [InlineData(MeasureCode.ConditionalDischarge, PenaltyRole.Main, 3, 18)]
    [InlineData(MeasureCode.ProbationSupervision, PenaltyRole.Main, 12, 60)]
    [InlineData(MeasureCode.ProbationSupervision, PenaltyRole.Additional, 12, 36)]
    [InlineData(MeasureCode.ProbationObservation, PenaltyRole.Main, 12, 36)]
    [Law("KL 55. pants", "suspended_sentence.term")]
    [Law("Kriminālprocesa likums", "conditional_discharge.term")]
    [Law("KL 45.¹ pants", "probation_supervision.term")]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 13.¹ pants", "probation_observation.term")]
    public void Months_OutsideTheLimits_AreMarked(string measure, PenaltyRole role, int min, int max) =>
        MustHold(measure, role, min, max, ReasonCodes.TermUnderMinimum, ReasonCodes.TermOverMaximum);

    private static void MustHold(string measure, PenaltyRole role, int min, int max, string under, string over)
    {
        Assert.True(MeasureLimits.Check(measure, role, min, Day, Days.Embedded).IsAllowed);
        Assert.True(MeasureLimits.Check(measure, role, max, Day, Days.Embedded).IsAllowed);
        Days.MustBeRefused(MeasureLimits.Check(measure, role, min - 1, Day, Days.Embedded), under);
        Days.MustBeRefused(MeasureLimits.Check(measure, role, max + 1, Day, Days.Embedded), over);
    }

    [Fact]
    [Law("KL 45.¹ pants", "probation_supervision.term")]
    public void AdditionalSupervision_BeforeTheReform_HadTheOldMaximum()
    {
        var before = Days.D("31.12.2021");
        Assert.True(
            MeasureLimits
                .Check(MeasureCode.ProbationSupervision, PenaltyRole.Additional, 60, before, Days.Embedded)
                .IsAllowed
        );
    }

    [Fact]
    [Law("KL 61.¹ pants", "electronic_monitoring.term")]
    public void Monitoring_LongerThanAllowedOrThanTheParole_IsMarked()
    {
        var start = Days.D("06.11.2026");
        var until = Days.D("12.02.2027");
        Assert.True(MeasureLimits.CheckMonitoring(3, start, until, Days.Embedded).IsAllowed);
        Assert.True(MeasureLimits.CheckMonitoring(3, start, Days.D("06.02.2027"), Days.Embedded).IsAllowed);
        Assert.False(MeasureLimits.CheckMonitoring(3, start, Days.D("05.02.2027"), Days.Embedded).IsAllowed);
        var refused = Days.MustBeRefused(
            MeasureLimits.CheckMonitoring(9, start, until, Days.Embedded),
            ReasonCodes.MonitoringLongerThanParole
        );
        Assert.Equal(Days.D("06.08.2027"), refused.Values["endsOn"]);
        Days.MustBeRefused(
            MeasureLimits.CheckMonitoring(13, start, Days.D("12.02.2030"), Days.Embedded),
            ReasonCodes.TermOverMaximum
        );
        Days.MustBeRefused(MeasureLimits.CheckMonitoring(0, start, until, Days.Embedded), ReasonCodes.TermUnderMinimum);
    }

    [Fact]
    [Law("KL 45.¹ pants", "probation_supervision.additional_with_imprisonment")]
    public void AdditionalSupervision_WithoutImprisonment_IsMarked()
    {
        Assert.True(MeasureLimits.CheckAdditionalSupervision(withImprisonment: true).IsAllowed);
        Days.MustBeRefused(
            MeasureLimits.CheckAdditionalSupervision(withImprisonment: false),
            ReasonCodes.AdditionalSupervisionWithoutImprisonment
        );
    }

    [Fact]
    public void InForce_BeforeIssued_IsRefused()
    {
        Assert.True(RulingChecks.DatesInOrder(Day, Day).IsAllowed);
        Days.MustBeRefused(RulingChecks.DatesInOrder(Day, Day.AddDays(-1)), ReasonCodes.InForceBeforeIssued);
    }

    [Theory]
    [InlineData(MeasureCode.ProbationObservation, "10.10.2015", ReasonCodes.AgeOutsideRange)] // one day short of 11
    [InlineData(MeasureCode.ProbationObservation, "09.10.2015", null)]
    [InlineData(MeasureCode.EducationalCommunityWork, "10.10.2008", null)] // the last day of being 17
    [InlineData(MeasureCode.EducationalCommunityWork, "09.10.2008", ReasonCodes.AgeOutsideRange)]
    [InlineData(MeasureCode.CommunityWork, "10.10.2012", ReasonCodes.AgeUnderLiability)]
    [InlineData(MeasureCode.CommunityWork, "09.10.2012", null)]
    [InlineData(MeasureCode.CommunityWork, "09.10.2027", ReasonCodes.AgeUnderLiability)]
    [InlineData(MeasureCode.Mediation, "09.10.2020", null)]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 3. pants", "educational_measure.age")]
    [Law("KL 11. pants", "criminal_liability.min_age")]
    public void Age_OnTheDayOfTheOffence_FitsTheMeasureOrIsMarked(string measure, string birth, string? reason)
    {
        var verdict = RulingChecks.AgeAtOffence(measure, Days.D(birth), Day, Days.Embedded);
        if (reason is null)
        {
            Assert.True(verdict.IsAllowed);
        }
        else
        {
            Days.MustBeRefused(verdict, reason);
        }
    }

    [Fact]
    [Law("Civillikums 219. pants", "person.adult_age")]
    public void Minor_WithoutARepresentative_IsMarked()
    {
        var minor = Days.D("10.10.2008");
        Assert.True(RulingChecks.MinorHasRepresentative(minor, true, Day, Days.Embedded).IsAllowed);
        Assert.True(RulingChecks.MinorHasRepresentative(Days.D("09.10.2008"), false, Day, Days.Embedded).IsAllowed);
        Days.MustBeRefused(
            RulingChecks.MinorHasRepresentative(minor, false, Day, Days.Embedded),
            ReasonCodes.MinorWithoutRepresentative
        );
    }
}

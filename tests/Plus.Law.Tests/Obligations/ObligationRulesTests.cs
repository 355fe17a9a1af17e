using Plus.Law.Obligations;
using Plus.Law.Sections;

namespace Plus.Law.Tests.Obligations;

public sealed class ObligationRulesTests
{
    private static readonly DateOnly Today = Days.D("15.04.2026");

    private static ObligationFrame Frame(string measure = MeasureCode.SuspendedSentence) =>
        new(measure, Days.D("01.04.2026"), Days.D("01.04.2027"));

    private static ProposedObligation Proposed(string kind = ObligationKinds.SubstanceBan) =>
        new(kind, ObligationSource.Service, Days.D("10.04.2026"), Days.D("10.04.2026"), null, false);

    private static Verdict Judge(ProposedObligation proposed, ObligationFrame? frame = null) =>
        ObligationRules.Judge(proposed, frame ?? Frame(), Today);

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, 12)]
    [InlineData(MeasureCode.Parole, 12)]
    [InlineData(MeasureCode.ConditionalDischarge, 12)]
    [InlineData(MeasureCode.ProbationSupervision, 12)]
    [InlineData(MeasureCode.ProbationObservation, 5)]
    [InlineData(MeasureCode.CommunityWork, 0)]
    [Law("Valsts probācijas dienesta likums", "obligations.kinds")]
    public void Kinds_OfAMeasure_AreThoseOfItsList(string measure, int count)
    {
        Assert.Equal(count, ObligationKinds.Of(measure).Count);
        Assert.All(ObligationKinds.Of(measure), k => Assert.Equal(k.Regime, ObligationKinds.RegimeOf(measure)));
    }

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, "child_curfew")]
    [InlineData(MeasureCode.ProbationObservation, ObligationKinds.Curfew)]
    [InlineData(MeasureCode.CommunityWork, ObligationKinds.Curfew)]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 32.⁴ pants", "obligations.kinds")]
    public void Kind_OfAnotherList_IsRefused(string measure, string kind) =>
        Days.MustBeRefused(Judge(Proposed(kind), Frame(measure)), ReasonCodes.ObligationOfAnotherList);

    [Theory]
    [InlineData(MeasureCode.ConditionalDischarge, ObligationSource.Prosecutor, true)]
    [InlineData(MeasureCode.ConditionalDischarge, ObligationSource.Court, false)]
    [InlineData(MeasureCode.SuspendedSentence, ObligationSource.Court, true)]
    [InlineData(MeasureCode.SuspendedSentence, ObligationSource.Prosecutor, false)]
    [InlineData(MeasureCode.Parole, ObligationSource.Law, true)]
    [Law("MK noteikumi Nr. 107", "obligations.set_by")]
    public void Source_OfAnObligation_FollowsTheMeasure(string measure, string setBy, bool allowed)
    {
        var verdict = Judge(Proposed() with { SetBy = setBy }, Frame(measure));
        Assert.Equal(allowed, verdict.IsAllowed);
        if (!allowed)
        {
            Days.MustBeRefused(verdict, ReasonCodes.ObligationNotSetByThem);
        }
    }

    [Fact]
    [Law("Valsts probācijas dienesta likums", "obligations.days")]
    public void Days_OfTheDecisionAndTheObligation_KeepTheirOrder()
    {
        Assert.True(Judge(Proposed() with { DecidedOn = Days.D("01.04.2026") }).IsAllowed);
        Days.MustBeRefused(
            Judge(Proposed() with { DecidedOn = Days.D("31.03.2026") }),
            ReasonCodes.DecisionBeforeSection
        );
        Assert.True(
            Judge(Proposed() with { SetBy = ObligationSource.Court, DecidedOn = Days.D("20.03.2026") }).IsAllowed
        );
        Days.MustBeRefused(Judge(Proposed() with { DecidedOn = Today.AddDays(1) }), ReasonCodes.DecisionInFuture);
        Days.MustBeRefused(
            Judge(Proposed() with { To = Days.D("09.04.2026") }),
            ReasonCodes.ObligationEndsBeforeItBegins
        );
        Assert.True(Judge(Proposed() with { To = Days.D("10.04.2026") }).IsAllowed);
        Days.MustBeRefused(Judge(Proposed() with { From = Days.D("02.04.2027") }), ReasonCodes.ObligationAfterTheTerm);
        Assert.True(Judge(Proposed() with { From = Days.D("01.04.2027") }).IsAllowed);
    }

    [Fact]
    [Law("Valsts probācijas dienesta likums", "obligations.specialist")]
    public void Specialist_WithoutAgreementOnCosts_IsRefused()
    {
        Days.MustBeRefused(Judge(Proposed(ObligationKinds.Specialist)), ReasonCodes.SpecialistCostNotAgreed);
        Assert.True(Judge(Proposed(ObligationKinds.Specialist) with { CostAgreed = true }).IsAllowed);
    }

    [Fact]
    public void Kind_Unknown_IsABug() => Assert.Throws<ArgumentOutOfRangeException>(() => Judge(Proposed("nothing")));
}

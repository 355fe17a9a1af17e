using Plus.Law.Contacts;
using Plus.Law.Obligations;
using Plus.Law.Opportunities;
using Plus.Law.Sections;

namespace Plus.Law.Tests.Opportunities;

public sealed class OpportunityRulesTests
{
    private static readonly DateOnly Today = Days.D("15.04.2026");

    private static OpportunityFacts Facts(string measure = MeasureCode.SuspendedSentence) =>
        new(measure, Days.D("01.10.2025"), Days.D("30.09.2026"), [], 0, 0, [], null, []);

    private static BindingObligation Curfew(string since = "01.01.2026") =>
        new("o", ObligationKinds.Curfew, ObligationSource.Service, Days.D(since), "complied", null);

    private static Opportunity One(OpportunityFacts facts, string code = OpportunityRules.EarlyEnding) =>
        OpportunityRules.Of(facts, Today, Days.Embedded).Single(o => o.Code == code);

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, true)]
    [InlineData(MeasureCode.ProbationSupervision, true)]
    [InlineData(MeasureCode.ProbationObservation, true)]
    [InlineData(MeasureCode.Parole, false)]
    [InlineData(MeasureCode.ConditionalDischarge, false)]
    [Law("KL 55. pants", "opportunities.measures")]
    public void EarlyEnding_IsKnownToTheMeasuresACourtMayEnd(string measure, bool known) =>
        Assert.Equal(
            known,
            OpportunityRules.Of(Facts(measure), Today, Days.Embedded).Any(o => o.Code == OpportunityRules.EarlyEnding)
        );

    [Fact]
    [Law("KL 55. pants", "opportunities.share")]
    public void EarlyEnding_WaitsForTheShareOfTheTerm_AndSaysWhen()
    {
        Assert.Equal(OpportunityState.Met, One(Facts()).State);
        // 365 days, half of them rounded up are 183: the first day after them is 02.07.2026.
        var later = One(Facts() with { TermStartsOn = Days.D("31.12.2025"), TermLastDay = Days.D("30.12.2026") });
        Assert.Equal((OpportunityState.NotMet, Days.D("02.07.2026")), (later.State, later.When!.Value));
        var near = One(Facts() with { TermStartsOn = Days.D("01.11.2025"), TermLastDay = Days.D("31.10.2026") });
        Assert.Equal((OpportunityState.Nearly, Days.D("03.05.2026")), (near.State, near.When!.Value));
        Assert.All(
            later.Criteria.Where(c => c.Parameter is not null),
            c => Assert.Equal(Standing.Unverified, c.Parameter!.Standing)
        );
    }

    [Fact]
    [Law("KL 55. pants", "opportunities.clean")]
    public void EarlyEnding_WaitsForCleanMonthsAndForWhatIsNotSettled()
    {
        var breached = One(Facts() with { Breaches = [Days.D("01.03.2026")] });
        Assert.Equal((OpportunityState.NotMet, Days.D("01.09.2026")), (breached.State, breached.When!.Value));
        var live = One(Facts() with { LiveBreaches = 1 });
        Assert.Equal(OpportunityState.NotMet, live.State);
        Assert.Null(live.When);
        var open = One(Facts() with { Obligations = [Curfew() with { LastFinding = null }] });
        Assert.Equal(OpportunityState.Nearly, open.State);
        Assert.Null(open.When);
        Assert.Equal(OpportunityState.NotMet, One(Facts() with { LateSteps = 2 }).State);
    }

    [Fact]
    [Law("MK noteikumi Nr. 107", "opportunities.ease")]
    public void Obligation_IsEasedAfterMonthsInWhichItWasCompliedWith()
    {
        Opportunity Ease(BindingObligation o) =>
            One(Facts() with { Obligations = [o] }, OpportunityRules.EaseObligation);
        Assert.Equal(OpportunityState.Met, Ease(Curfew()).State);
        Assert.Equal("o", Ease(Curfew()).Reference);
        Assert.Equal(OpportunityState.Nearly, Ease(Curfew("01.02.2026")).State);
        Assert.Equal(OpportunityState.NotMet, Ease(Curfew() with { LastFinding = "violated" }).State);
        Assert.Equal(Days.D("10.07.2026"), Ease(Curfew() with { LastViolatedOn = Days.D("10.04.2026") }).When!.Value);
        Assert.DoesNotContain(
            OpportunityRules.Of(
                Facts() with
                {
                    Obligations =
                    [
                        Curfew() with
                        {
                            SetBy = ObligationSource.Court,
                        },
                        Curfew() with
                        {
                            Kind = ObligationKinds.Programmes,
                        },
                    ],
                },
                Today,
                Days.Embedded
            ),
            o => o.Code == OpportunityRules.EaseObligation
        );
    }

    [Fact]
    [Law("Dienesta prakse", "opportunities.contacts")]
    public void Contacts_BecomeFewerOnlyFromAHigherLevel()
    {
        Assert.Equal(
            OpportunityState.Met,
            One(Facts() with { ContactLevel = ContactLevel.High }, OpportunityRules.FewerContacts).State
        );
        Assert.Equal(
            OpportunityState.NotMet,
            One(
                Facts() with
                {
                    ContactLevel = ContactLevel.Medium,
                    Missed = [Days.D("10.04.2026")],
                },
                OpportunityRules.FewerContacts
            ).State
        );
        Assert.DoesNotContain(
            OpportunityRules.Of(Facts() with { ContactLevel = ContactLevel.Low }, Today, Days.Embedded),
            o => o.Code == OpportunityRules.FewerContacts
        );
    }
}

using Plus.Law.Sections;

namespace Plus.Law.Tests.Sections;

public sealed class SectionLifeCycleTests
{
    private static readonly DateOnly Opened = Days.D("01.04.2026");
    private static readonly DateOnly Today = Days.D("30.04.2026");

    [Theory]
    [InlineData(SectionState.Received, "Registered Closing Closed Annulled")]
    [InlineData(SectionState.Registered, "Active Suspended Closing Closed Annulled")]
    [InlineData(SectionState.Active, "Suspended Closing Closed Annulled")]
    [InlineData(SectionState.Suspended, "Active Closing Closed Annulled")]
    [InlineData(SectionState.Closing, "Active Suspended Closed Annulled")]
    [InlineData(SectionState.Closed, "Active Annulled")]
    [InlineData(SectionState.Annulled, "")]
    [Law("Valsts probācijas dienesta likums 6. pants", "sections.life_cycle")]
    public void State_Ways_AreExactlyThese(SectionState from, string to) =>
        Assert.Equal(
            to.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            SectionLifeCycle.From(from).Select(s => s.ToString())
        );

    [Fact]
    public void Way_NotForeseen_IsRefusedByName()
    {
        var refused = Days.MustBeRefused(
            SectionLifeCycle.May(SectionState.Received, SectionState.Suspended),
            ReasonCodes.TransitionNotForeseen
        );
        Assert.Equal("received", refused.Values["from"]);
        Assert.Equal("suspended", refused.Values["to"]);
        Days.MustBeRefused(
            SectionLifeCycle.May(SectionState.Active, SectionState.Active),
            ReasonCodes.SectionAlreadyInState
        );
        Days.MustBeRefused(
            SectionLifeCycle.May(SectionState.Annulled, SectionState.Active),
            ReasonCodes.SectionAnnulled
        );
    }

    private static Verdict Close(string? outcome, DateOnly closedOn, SectionState from = SectionState.Active) =>
        SectionLifeCycle.MayClose(from, ProbationFunction.CommunityWork, outcome, Opened, closedOn, Today);

    [Fact]
    [Law("Valsts probācijas dienesta likums 6. pants", "sections.closing")]
    public void Closing_WithAnOutcomeOfTheFunction_IsAllowed()
    {
        Assert.True(Close("fully_served", Opened).IsAllowed);
        Assert.True(Close("fully_served", Today).IsAllowed);
        Days.MustBeRefused(Close(null, Today), ReasonCodes.OutcomeMissing);
        Days.MustBeRefused(Close("", Today), ReasonCodes.OutcomeMissing);
        Days.MustBeRefused(Close("settlement_reached", Today), ReasonCodes.OutcomeUnknownForFunction);
        Days.MustBeRefused(Close("fully_served", Opened.AddDays(-1)), ReasonCodes.ClosedBeforeOpened);
        Days.MustBeRefused(Close("fully_served", Today.AddDays(1)), ReasonCodes.ClosedInFuture);
        Days.MustBeRefused(Close("fully_served", Today, SectionState.Annulled), ReasonCodes.SectionAnnulled);
        Days.MustBeRefused(Close("fully_served", Today, SectionState.Closed), ReasonCodes.SectionAlreadyInState);
    }

    [Fact]
    public void Open_States_AreAllButClosedAndAnnulled() =>
        Assert.Equal(
            [SectionState.Closed, SectionState.Annulled],
            Enum.GetValues<SectionState>().Where(s => !s.IsOpen())
        );

    [Fact]
    [Law("Valsts probācijas dienesta likums 6. pants", "sections.functions")]
    public void Functions_Nine_AreNumberedAsInTheLawAndHaveOutcomes()
    {
        Assert.Equal(Enumerable.Range(1, 9), ProbationFunctions.All.Select(f => (int)f));
        foreach (var function in ProbationFunctions.All)
        {
            Assert.Equal(function, ProbationFunctions.FromCode(function.Code()));
            Assert.NotEmpty(MeasureCode.Of(function));
            Assert.Contains(OutcomeCodes.Of(function), o => o.Kind == OutcomeKind.Completed);
            var codes = OutcomeCodes.Of(function).Select(o => o.Code).ToList();
            Assert.Equal(codes.Distinct(), codes);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbationFunctions.FromCode("flogging"));
    }

    [Theory]
    [InlineData(MeasureCode.Parole, ProbationFunction.Supervision, true)]
    [InlineData(MeasureCode.SuspendedSentence, ProbationFunction.Supervision, true)]
    [InlineData(MeasureCode.ConditionalDischarge, ProbationFunction.ConditionalDischarge, true)]
    [InlineData(MeasureCode.ProbationSupervision, ProbationFunction.ProbationSupervision, true)]
    [InlineData(MeasureCode.ProbationObservation, ProbationFunction.ProbationObservation, false)]
    [InlineData(MeasureCode.CommunityWork, ProbationFunction.CommunityWork, false)]
    [Law("Valsts probācijas dienesta likums 6. pants", "sections.functions")]
    public void Measure_BelongsToItsFunction(string measure, ProbationFunction function, bool supervision)
    {
        Assert.Equal(function, MeasureCode.FunctionOf(measure));
        Assert.Equal(supervision, function.CountsAsSupervision());
    }

    [Fact]
    public void Measure_Unknown_IsRefused()
    {
        Assert.False(MeasureCode.IsKnown("flogging"));
        Assert.False(MeasureCode.IsKnown(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeasureCode.FunctionOf("flogging"));
    }
}

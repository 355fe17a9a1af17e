using Plus.Law.Breaches;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Tests.Breaches;

public sealed class BreachLadderTests
{
    private static BreachFacts Facts(
        string measure = MeasureCode.SuspendedSentence,
        int warnings = 0,
        string? due = null,
        bool? justified = false
    ) => new(measure, Days.D("10.03.2026"), warnings, Days.MaybeD(due), justified, false);

    private static PossibleResponse Response(BreachFacts facts, string code, LegalParameters? parameters = null) =>
        Assert.Single(
            BreachLadder.For(facts, Days.D("12.03.2026"), parameters ?? Days.Embedded),
            r => r.Response == code
        );

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, BreachResponse.CourtSubmission, "KL 55. pants")]
    [InlineData(MeasureCode.Parole, BreachResponse.CourtSubmission, "KL 61. pants")]
    [InlineData(MeasureCode.ProbationSupervision, BreachResponse.CourtSubmission, "KL 45.¹ pants")]
    [InlineData(MeasureCode.CommunityWork, BreachResponse.CourtSubmission, "KL 40. pants")]
    [InlineData(MeasureCode.ConditionalDischarge, BreachResponse.ProsecutorNotice, "Kriminālprocesa likums")]
    [InlineData(
        MeasureCode.ProbationObservation,
        BreachResponse.ReportToImposingCourt,
        "Likums par audzinoša rakstura piespiedu līdzekļiem"
    )]
    [InlineData(
        MeasureCode.EducationalCommunityWork,
        BreachResponse.ReportToImposingCourt,
        "Likums par audzinoša rakstura piespiedu līdzekļiem"
    )]
    [Law("KL 40., 45.¹, 55., 61. pants", "breach.ladder")]
    public void Ladder_OfAMeasure_EndsAtTheOneWhoDecides(string measure, string last, string source)
    {
        var response = Response(Facts(measure, warnings: 1), last);
        Assert.Equal(source, response.Source.ToString());
        Assert.True(response.Verdict.IsAllowed);
        Assert.True(response.Proposed);
    }

    [Fact]
    [Law("LSIK", "breach.warnings_before_submission")]
    public void Submission_BeforeTheWarnings_IsRefusedAndAWarningProposed()
    {
        Days.MustBeRefused(Response(Facts(), BreachResponse.CourtSubmission).Verdict, ReasonCodes.WarningsTooFew);
        Assert.True(Response(Facts(), BreachResponse.Warning).Proposed);
        var two = Days.Override(ParameterCodes.WarningsBeforeSubmission, 2);
        Assert.False(Response(Facts(warnings: 1), BreachResponse.CourtSubmission, two).Verdict.IsAllowed);
        Assert.True(Response(Facts(warnings: 2), BreachResponse.CourtSubmission, two).Verdict.IsAllowed);
    }

    [Theory]
    [InlineData(ParameterCodes.ContestDecision, "29.01.2026", "02.03.2026")] // 28.02 is a Saturday
    [InlineData(ParameterCodes.ContestDecision, "10.03.2026", "10.04.2026")]
    [InlineData(ParameterCodes.ExplanationDays, "30.03.2026", "08.04.2026")] // Good Friday, Easter Monday
    [Law("Administratīvā procesa likums", "deadline.contest_decision")]
    [Law("Dienesta prakse", "deadline.breach_explanation")]
    public void Deadline_AfterADecisionOrAViolation_CountsFromTheNextDay(string code, string start, string due)
    {
        var rule = DeadlineRule.From(Days.Embedded, code, Days.D(start));
        Assert.Equal(Days.D(due), DeadlineCalculator.Compute(rule, Days.D(start), Days.Standard).DueOn);
        Assert.Equal(Standing.Unverified, rule.Standing);
    }

    [Theory]
    [InlineData("12.03.2026", false)] // the last day for the explanation is still the client's
    [InlineData("11.03.2026", true)]
    [Law("Dienesta prakse", "deadline.breach_explanation")]
    public void Warning_WhileTheExplanationIsAwaited_Waits(string due, bool allowed)
    {
        var verdict = Response(Facts(due: due, justified: null), BreachResponse.Warning).Verdict;
        Assert.Equal(allowed, verdict.IsAllowed);
        if (!allowed)
        {
            Days.MustBeRefused(verdict, ReasonCodes.ExplanationStillAwaited);
        }
    }

    [Fact]
    [Law("LSIK", "breach.justified")]
    public void Violation_WithAJustifiedReason_LeadsToATalkAtMost()
    {
        var facts = Facts(warnings: 3, justified: true);
        Days.MustBeRefused(Response(facts, BreachResponse.Warning).Verdict, ReasonCodes.BreachJustified);
        Days.MustBeRefused(Response(facts, BreachResponse.CourtSubmission).Verdict, ReasonCodes.BreachJustified);
        Assert.True(Response(facts, BreachResponse.Talk).Proposed);
        Assert.True(Response(facts, BreachResponse.MoreContacts).Verdict.IsAllowed);
    }

    [Fact]
    public void Monitoring_OnlyWhereItIs_CanBeIntensified()
    {
        Assert.DoesNotContain(
            BreachLadder.For(Facts(MeasureCode.Parole), Days.D("12.03.2026"), Days.Embedded),
            r => r.Response == BreachResponse.IntensifiedMonitoring
        );
        Assert.True(
            Response(
                Facts(MeasureCode.Parole) with
                {
                    MonitoredElectronically = true,
                },
                BreachResponse.IntensifiedMonitoring
            ).Verdict.IsAllowed
        );
    }

    [Fact]
    public void Measure_ThatCannotBeBreached_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BreachLadder.Last(MeasureCode.AssessmentReport));
}

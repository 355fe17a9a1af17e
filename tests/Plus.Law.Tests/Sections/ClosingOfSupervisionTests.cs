using Plus.Law.Sections;

namespace Plus.Law.Tests.Sections;

public sealed class ClosingOfSupervisionTests
{
    [Theory]
    [InlineData(ProbationFunction.Supervision, "sentence_executed", ClosingGrounds.CourtDecision)]
    [InlineData(ProbationFunction.Supervision, "new_offence_merged_sentence", ClosingGrounds.Ruling)]
    [InlineData(ProbationFunction.Supervision, "completed_successfully", null)]
    [InlineData(ProbationFunction.ConditionalDischarge, "proceedings_resumed", ClosingGrounds.ProsecutorDecision)]
    [InlineData(ProbationFunction.ProbationSupervision, "replaced_by_imprisonment", ClosingGrounds.CourtDecision)]
    [InlineData(ProbationFunction.ProbationObservation, "released_early", ClosingGrounds.CourtDecision)]
    [Law("KL 55. pants", "closing.grounds")]
    public void Outcome_ThatSomebodyDecides_NamesItsDocument(
        ProbationFunction function,
        string outcome,
        string? ground
    ) => Assert.Equal(ground, ClosingGrounds.Of(function, outcome));

    [Fact]
    [Law("KL 61. pants", "closing.outcomes")]
    public void Outcomes_OfASuspendedSentenceAndOfParole_Differ()
    {
        var suspended = OutcomeCodes.OfMeasure(MeasureCode.SuspendedSentence).Select(o => o.Code).ToList();
        var parole = OutcomeCodes.OfMeasure(MeasureCode.Parole).Select(o => o.Code).ToList();
        Assert.Contains("sentence_executed", suspended);
        Assert.DoesNotContain("parole_revoked", suspended);
        Assert.Contains("parole_revoked", parole);
        Assert.DoesNotContain("sentence_executed", parole);
        Assert.Equal(
            OutcomeCodes.Of(ProbationFunction.ProbationSupervision),
            OutcomeCodes.OfMeasure(MeasureCode.ProbationSupervision)
        );
    }
}

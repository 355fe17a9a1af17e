using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Shared.Rules.Parameters;

/// <summary>A term worked out by hand, and as the rules in force count it.</summary>
internal sealed record TermCheck(TermExample Example, ExplainedTerm Counted)
{
    public bool Agrees => Counted.LastDay == Example.LastDay;

    public static IReadOnlyList<TermCheck> All(LegalParameters parameters) =>
        [
            .. TermExamples.All.Select(e => new TermCheck(
                e,
                TermHistory.OfMonths(e.StartOn, e.Months, e.Changes, parameters)
            )),
        ];
}

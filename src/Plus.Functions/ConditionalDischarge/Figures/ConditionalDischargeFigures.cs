using Plus.Functions.Supervision.Contract;
using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ConditionalDischarge.Figures;

/// <summary>What this function adds to the figures of supervision.</summary>
internal static class ConditionalDischargeFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(ProbationFunction.ConditionalDischarge.Code(), YearBasis.Open, InClientTotals: true)
                {
                    Counters = SupervisionCounters.Of(ProbationFunction.ConditionalDischarge),
                },
            ],
        };
}

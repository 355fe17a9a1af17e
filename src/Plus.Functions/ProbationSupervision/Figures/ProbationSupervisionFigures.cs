using Plus.Functions.Supervision.Contract;
using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ProbationSupervision.Figures;

/// <summary>What this function adds to the figures of supervision.</summary>
internal static class ProbationSupervisionFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.ProbationSupervision.Code(),
                    YearBasis.Open,
                    "join probation_supervision.sentence f on f.section_id = s.id",
                    InClientTotals: true
                )
                {
                    Counters = SupervisionCounters.WithVictim(ProbationFunction.ProbationSupervision),
                },
            ],
        };
}

using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.EducationalCommunityWork.Figures;

/// <summary>Community work as an educational measure: clients, hours, grounds.</summary>
internal static class EducationalCommunityWorkFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.EducationalCommunityWork.Code(),
                    YearBasis.Open,
                    "join educational_community_work.measure f on f.section_id = s.id",
                    InClientTotals: true
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal) { ["arpl_sd.clients"] = "true" },
                    Orders = new Dictionary<string, GroupedOrder>(StringComparer.Ordinal)
                    {
                        ["arpl_sd.grounds"] = new(
                            "case f.ground when 'otherMeasureNotPerformed' then 'other_measure_not_performed' else "
                                + SectionSource.ArticleCode
                                + " end",
                            5
                        ),
                    },
                },
            ],
            Amounts =
            [
                new AmountSource(
                    "educational_community_work.hours_entry",
                    "worked_on",
                    "credited_minutes",
                    "e.withdrawn_at is null"
                )
                {
                    Sums = new Dictionary<string, string>(StringComparer.Ordinal) { ["arpl_sd.hours"] = "true" },
                },
            ],
            Definitions =
            [
                new("arpl_sd.clients", "clients", new CountOf("arpl_sd.clients")),
                new("arpl_sd.hours", "hours", new HoursOf("arpl_sd.hours")),
                new("arpl_sd.top_grounds", "order", new OrderOf("arpl_sd.grounds")),
            ],
        };
}

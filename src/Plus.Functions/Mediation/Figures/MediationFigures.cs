using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Mediation.Figures;

/// <summary>Mediation processes: who conducted them and whose age band they bear.</summary>
internal static class MediationFigures
{
    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.Mediation.Code(),
                    YearBasis.Open,
                    "join mediation.process f on f.section_id = s.id",
                    InClientTotals: true
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["me.processes"] = "true",
                        ["me.by_volunteers"] = "f.mediator_kind = 'volunteer'",
                        ["me.by_officials"] = "f.mediator_kind = 'official'",
                        ["me.children"] = "f.participant_band = 'child'",
                        ["me.youth"] = "f.participant_band = 'youth'",
                        ["me.adults"] = "f.participant_band = 'adult'",
                        ["me.opened"] = "s.opened_on between @start and @end",
                    },
                },
            ],
            Definitions =
            [
                new("me.processes", "processes", new CountOf("me.processes")),
                new("me.by_volunteers", "processes", new CountOf("me.by_volunteers")),
                new("me.by_officials", "processes", new CountOf("me.by_officials")),
                new("me.share_children", "percent", new ShareOf("me.children", "me.processes")),
                new("me.share_youth", "percent", new ShareOf("me.youth", "me.processes")),
                new("me.share_adults", "percent", new ShareOf("me.adults", "me.processes")),
                new("me.since_2005", "processes", new CountSince("me.opened", "me.processes")),
            ],
        };
}

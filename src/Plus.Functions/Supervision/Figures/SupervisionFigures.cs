using Plus.Functions.Supervision.Contract;
using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Supervision.Figures;

/// <summary>Supervision over its three functions, electronic monitoring, clients of sexual offences.</summary>
internal static class SupervisionFigures
{
    private const string Ended = "m.ended_on between @start and @end";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.Supervision.Code(),
                    YearBasis.Open,
                    "join supervision.sentence f on f.section_id = s.id",
                    InClientTotals: true
                )
                {
                    Counters = SupervisionCounters.WithVictim(ProbationFunction.Supervision),
                },
                new SectionSource(
                    ProbationFunction.Supervision.Code(),
                    YearBasis.Open,
                    "join supervision.electronic_monitoring m on m.section_id = s.id"
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["em.clients"] = "m.attached_on <= @end and (m.ended_on is null or m.ended_on >= @start)",
                        ["em.attached"] = "m.attached_on between @start and @end",
                        ["em.ended"] = Ended,
                        ["em.successful"] = Ended + " and not m.court_submission",
                    },
                },
            ],
            Definitions =
            [
                new("su.clients", "clients", new CountOf("su.clients")),
                new("su.success_rate", "percent", new ShareOf("su.successful", "su.clients")),
                .. SupervisionCounters.PublishedObligations.Select(kind => new FigureDefinition(
                    SupervisionCounters.Obligation(kind),
                    "percent",
                    new ShareOf(SupervisionCounters.Obligation(kind), "su.clients")
                )),
                new("em.clients", "clients", new CountOf("em.clients")),
                new("em.since_2015", "clients", new CountSince("em.attached", "em.clients")),
                new("em.success_rate", "percent", new ShareOf("em.successful", "em.ended"), 1),
                new("sx.clients", "clients", new CountOf("sx.clients")),
                new("sx.victim_identified", "clients", new CountOf("sx.victim_identified")),
                new("sx.no_victim", "clients", new CountOf("sx.no_victim")),
            ],
        };
}

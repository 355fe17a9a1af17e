using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Programmes.Figures;

/// <summary>People who took part in programmes. They are clients of other functions and are not added to the totals.</summary>
internal static class ProgrammesFigures
{
    private const string Community = "f.setting = 'community'";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.Programmes.Code(),
                    YearBasis.Open,
                    "join programmes.participation f on f.section_id = s.id"
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["pr.clients"] = Community,
                        ["pr.prisoners"] = "f.setting = 'prison'",
                        ["pr.online"] = "f.online and " + Community,
                        ["pr.men"] = "s.sex = 'M'",
                        ["pr.women"] = "s.sex = 'F'",
                        ["pr.children"] = "s.years < @youth",
                        ["pr.youth"] = "s.years >= @youth and s.years < @adults",
                    },
                },
            ],
            Definitions =
            [
                new("pr.clients", "clients", new CountOf("pr.clients")),
                new("pr.prisoners", "persons", new CountOf("pr.prisoners")),
                new("pr.online", "clients", new CountOf("pr.online")),
                new("pr.men", "persons", new CountOf("pr.men")),
                new("pr.women", "persons", new CountOf("pr.women")),
                new("pr.children", "persons", new CountOf("pr.children")),
                new("pr.youth", "persons", new CountOf("pr.youth")),
            ],
        };
}

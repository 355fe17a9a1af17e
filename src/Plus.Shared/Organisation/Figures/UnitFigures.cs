using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Organisation.Figures;

/// <summary>Regional units and their offices on the last day of the year; the central administration is neither.</summary>
internal static class UnitFigures
{
    private const string Stands = "u.valid_from <= @end and (u.valid_to is null or u.valid_to >= @end)";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Named =
            [
                new NamedSource("organisation.region u", "u.name", "u.valid_from", "u.valid_to", null)
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal) { ["org.regions"] = Stands },
                },
                new NamedSource("organisation.office u", "u.name", "u.valid_from", "u.valid_to", "u.id")
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["org.offices"] = "u.kind <> 'central' and " + Stands,
                    },
                },
            ],
            Definitions =
            [
                new("org.regions", "units", new CountOf("org.regions")),
                new("org.offices", "units", new CountOf("org.offices")),
            ],
        };
}

using Plus.Law.Obligations;
using Plus.Law.Sections;

namespace Plus.Functions.Supervision.Contract;

/// <summary>
/// What the three functions that the yearly report calls supervision (5, 6 and 8) count alike. The records of the
/// functions add up under the same codes.
/// </summary>
public static class SupervisionCounters
{
    /// <summary>Counters over <c>s</c> alone.</summary>
    public static Dictionary<string, string> Of(ProbationFunction function)
    {
        var failed = OutcomeCodes.Of(function).Where(o => o.Kind == OutcomeKind.Failed).Select(o => $"'{o.Code}'");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["su.clients"] = "true",
            ["su.successful"] =
                $"(s.closed_on is null or s.closed_on > @end or s.outcome not in ({string.Join(", ", failed)}))",
            ["sx.clients"] = "s.sexual_offence",
        }
            .Concat(
                PublishedObligations.Select(kind => new KeyValuePair<string, string>(Obligation(kind), Bound(kind)))
            )
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The kinds of obligations whose shares the yearly report gives.</summary>
    public static IReadOnlyList<string> PublishedObligations { get; } =
    [
        ObligationKinds.Specialist,
        ObligationKinds.Programmes,
        ObligationKinds.SubstanceBan,
        ObligationKinds.Livelihood,
        ObligationKinds.Curfew,
    ];

    /// <summary>Code of the counter and of the figure of one kind.</summary>
    public static string Obligation(string kind) => "su.obligation." + kind;

    // Bound on at least one day of the year; what was entered in error never bound.
    private static string Bound(string kind) =>
        $"""
            exists (select from obligations.obligation o where o.section_id = s.id and o.kind = '{kind}'
            and o.valid_from <= @end and coalesce(o.valid_to, @start) >= @start
            and coalesce(o.ended_on, @start) >= @start and o.end_reason is distinct from 'enteredInError')
            """;

    /// <summary>The same, with the identified victim of <c>f</c>; a fact that is missing counts in neither.</summary>
    public static Dictionary<string, string> WithVictim(ProbationFunction function) =>
        new(Of(function), StringComparer.Ordinal)
        {
            ["sx.victim_identified"] = "s.sexual_offence and f.victim_identified",
            ["sx.no_victim"] = "s.sexual_offence and not f.victim_identified",
        };
}

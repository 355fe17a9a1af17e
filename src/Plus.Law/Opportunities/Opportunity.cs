using Plus.Law.Rules;

namespace Plus.Law.Opportunities;

/// <summary>How a criterion or a whole opportunity stands; texts <c>law.opportunity_state.&lt;code&gt;</c>.</summary>
public static class OpportunityState
{
    public const string Met = "met";
    public const string Nearly = "nearly";
    public const string NotMet = "not_met";

    public static IReadOnlyList<string> All { get; } = [Met, Nearly, NotMet];
}

/// <summary>One thing that must hold; text <c>law.opportunity_criterion.&lt;code&gt;</c>.</summary>
/// <param name="State">One of <see cref="OpportunityState"/>.</param>
/// <param name="When">Day on which it will hold if nothing new happens; null when it holds or time alone does not bring it.</param>
/// <param name="Parameter">The dated number it is measured by; null where none is.</param>
/// <param name="Values">Named values of its text.</param>
public sealed record OpportunityCriterion(
    string Code,
    string State,
    DateOnly? When,
    LegalParameter? Parameter,
    IReadOnlyDictionary<string, object> Values
);

/// <summary>Something that may be proposed; text <c>law.opportunity.&lt;code&gt;</c>.</summary>
/// <param name="Reference">The obligation it is about; empty for the measure as a whole.</param>
public sealed record Opportunity(string Code, string Reference, IReadOnlyList<OpportunityCriterion> Criteria)
{
    /// <summary>Met when everything is, nearly when nothing is farther than that.</summary>
    public string State =>
        Criteria.All(c => c.State == OpportunityState.Met) ? OpportunityState.Met
        : Criteria.Any(c => c.State == OpportunityState.NotMet) ? OpportunityState.NotMet
        : OpportunityState.Nearly;

    /// <summary>First day on which everything holds if nothing new happens; null when time alone does not bring it.</summary>
    public DateOnly? When =>
        Criteria.Any(c => c.State != OpportunityState.Met && c.When is null) ? null : Criteria.Max(c => c.When);
}

namespace Plus.Law.Obligations;

/// <summary>An obligation about to be set.</summary>
/// <param name="From">First day it binds (included).</param>
/// <param name="To">Last day it binds (included); null until the section ends.</param>
/// <param name="CostAgreed">The client agrees to further costs of a specialist, or there are none.</param>
public sealed record ProposedObligation(
    string Kind,
    string SetBy,
    DateOnly DecidedOn,
    DateOnly From,
    DateOnly? To,
    bool CostAgreed
);

/// <summary>What of the section counts when an obligation is set.</summary>
/// <param name="OpenedOn">Day on which the section was opened: the Service decides on it or later.</param>
/// <param name="TermLastDay">Last day of the term (included), when known.</param>
public sealed record ObligationFrame(string Measure, DateOnly OpenedOn, DateOnly? TermLastDay);

/// <summary>Whether an obligation may be set.</summary>
public static class ObligationRules
{
    public static Verdict Judge(ProposedObligation proposed, ObligationFrame frame, DateOnly today)
    {
        var kind =
            ObligationKinds.Find(proposed.Kind)
            ?? throw new ArgumentOutOfRangeException(nameof(proposed), proposed.Kind, "Unknown kind.");
        if (ObligationKinds.RegimeOf(frame.Measure) != kind.Regime)
        {
            return Verdict.Refuse(ReasonCodes.ObligationOfAnotherList, null);
        }

        if (!ObligationSource.Of(frame.Measure).Contains(proposed.SetBy))
        {
            return Verdict.Refuse(ReasonCodes.ObligationNotSetByThem, new("MK noteikumi Nr. 107", ""));
        }

        if (proposed.DecidedOn > today)
        {
            return Verdict.Refuse(ReasonCodes.DecisionInFuture, null);
        }

        if (proposed.SetBy == ObligationSource.Service && proposed.DecidedOn < frame.OpenedOn)
        {
            return Verdict.Refuse(ReasonCodes.DecisionBeforeSection, null, ("openedOn", frame.OpenedOn));
        }

        if (proposed.To is { } to && to < proposed.From)
        {
            return Verdict.Refuse(ReasonCodes.ObligationEndsBeforeItBegins, null, ("begins", proposed.From));
        }

        if (frame.TermLastDay is { } last && proposed.From > last)
        {
            return Verdict.Refuse(ReasonCodes.ObligationAfterTheTerm, null, ("lastDay", last));
        }

        return proposed is { Kind: ObligationKinds.Specialist, CostAgreed: false }
            ? Verdict.Refuse(ReasonCodes.SpecialistCostNotAgreed, null)
            : Verdict.Allow();
    }
}

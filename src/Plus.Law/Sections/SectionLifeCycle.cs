namespace Plus.Law.Sections;

/// <summary>Which way a section may go. Closing is a stage that may be left out. Reopening is Closed to Active.
/// Annulling is possible from every state and is final.</summary>
public static class SectionLifeCycle
{
    private static readonly Dictionary<SectionState, SectionState[]> Ways = new()
    {
        [SectionState.Received] = [SectionState.Registered, SectionState.Closing, SectionState.Closed],
        [SectionState.Registered] =
        [
            SectionState.Active,
            SectionState.Suspended,
            SectionState.Closing,
            SectionState.Closed,
        ],
        [SectionState.Active] = [SectionState.Suspended, SectionState.Closing, SectionState.Closed],
        [SectionState.Suspended] = [SectionState.Active, SectionState.Closing, SectionState.Closed],
        [SectionState.Closing] = [SectionState.Active, SectionState.Suspended, SectionState.Closed],
        [SectionState.Closed] = [SectionState.Active],
        [SectionState.Annulled] = [],
    };

    /// <summary>May a section go from one state to the other?</summary>
    public static Verdict May(SectionState from, SectionState to)
    {
        if (from == to)
        {
            return Verdict.Refuse(ReasonCodes.SectionAlreadyInState, null, ("state", to.Code()));
        }
        if (from == SectionState.Annulled)
        {
            return Verdict.Refuse(ReasonCodes.SectionAnnulled, null);
        }
        return to == SectionState.Annulled || Ways[from].Contains(to)
            ? Verdict.Allow()
            : Verdict.Refuse(ReasonCodes.TransitionNotForeseen, null, ("from", from.Code()), ("to", to.Code()));
    }

    /// <summary>The states a section may go to.</summary>
    public static IReadOnlyList<SectionState> From(SectionState state) =>
        [.. Enum.GetValues<SectionState>().Where(to => May(state, to).IsAllowed)];

    /// <summary>May a section be closed: the way must be open, the outcome known for its function, and the closing day
    /// neither before the opening day nor after today.</summary>
    public static Verdict MayClose(
        SectionState from,
        ProbationFunction function,
        string? outcome,
        DateOnly openedOn,
        DateOnly closedOn,
        DateOnly today
    )
    {
        var way = May(from, SectionState.Closed);
        if (!way.IsAllowed)
        {
            return way;
        }
        if (string.IsNullOrEmpty(outcome))
        {
            return Verdict.Refuse(ReasonCodes.OutcomeMissing, null);
        }
        if (!OutcomeCodes.IsKnown(function, outcome))
        {
            return Verdict.Refuse(
                ReasonCodes.OutcomeUnknownForFunction,
                null,
                ("outcome", outcome),
                ("function", function.Code())
            );
        }
        if (closedOn < openedOn)
        {
            return Verdict.Refuse(ReasonCodes.ClosedBeforeOpened, null, ("openedOn", openedOn), ("closedOn", closedOn));
        }
        return closedOn > today
            ? Verdict.Refuse(ReasonCodes.ClosedInFuture, null, ("closedOn", closedOn), ("today", today))
            : Verdict.Allow();
    }
}

using Plus.Law.Obligations;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Applications;

/// <summary>What a client asks or tells.</summary>
/// <param name="ReceivedOn">Day on which the Service came to know.</param>
/// <param name="From">First day away, or the day of the change.</param>
/// <param name="To">Last day away (included); null for a change.</param>
public sealed record ClientApplication(string Kind, DateOnly ReceivedOn, DateOnly From, DateOnly? To);

/// <summary>What of the section counts for an application.</summary>
/// <param name="OpenedOn">Day on which the section was opened.</param>
/// <param name="TermLastDay">Last day of the term (included), when known.</param>
/// <param name="Binding">Kinds of the obligations that bind on the first day away or on the day of the change.</param>
public sealed record ApplicationFrame(
    string Measure,
    DateOnly OpenedOn,
    DateOnly? TermLastDay,
    IReadOnlyCollection<string> Binding
);

/// <summary>Whether the Service decides or takes note, and why; text <c>law.application_need.&lt;why&gt;</c>.</summary>
/// <param name="Days">Days away, first and last counted; null for a change.</param>
/// <param name="Limit">Days up to which no permission is asked; null for a change.</param>
/// <param name="Obligation">Kind of the obligation that asks for a decision.</param>
public sealed record ApplicationNeed(
    bool Decision,
    string Why,
    int? Days,
    int? Limit,
    string? Obligation,
    LegalSource? Source,
    Standing Standing
);

/// <summary>
/// Which applications need a decision and which are only told. Leaving the residence for more than a number of days needs
/// permission; a change of residence, work or school is told at once (article 155 of the code of sentence execution,
/// article 32.³ of the law on measures for children). An obligation that would be broken asks for a decision whatever
/// the number of days.
/// </summary>
public static class ApplicationRules
{
    private static readonly LegalSource Adults = new("LSIK", "155. pants");
    private static readonly LegalSource Children = new(
        "Likums par audzinoša rakstura piespiedu līdzekļiem",
        "32.³ pants"
    );

    /// <summary>All codes of <see cref="ApplicationNeed.Why"/>.</summary>
    public static IReadOnlyList<string> Whys { get; } =
    ["longer_than_limit", "within_limit", "obligation_binds", "duty_to_inform"];

    // Obligations that a journey or another home would break unless the Service decided on it.
    private static readonly string[] Staying = [ObligationKinds.Curfew, "territory_ban", "child_curfew"];

    public static ApplicationNeed NeedOf(
        ClientApplication application,
        ApplicationFrame frame,
        LegalParameters parameters
    )
    {
        if (ApplicationKinds.IsAbsence(application.Kind))
        {
            return OfAbsence(application, frame, parameters);
        }

        var consent = frame.Binding.FirstOrDefault(b =>
            application.Kind == ApplicationKinds.ResidenceChange && b == ObligationKinds.ResidenceChangeConsent
        );
        return consent is null
            ? new ApplicationNeed(false, "duty_to_inform", null, null, null, DutyOf(frame.Measure), Standing.Confirmed)
            : new ApplicationNeed(true, "obligation_binds", null, null, consent, null, Standing.Confirmed);
    }

    /// <summary>Whether the application can be taken in as it stands.</summary>
    public static Verdict Judge(ClientApplication application, ApplicationFrame frame, DateOnly today)
    {
        if (application.ReceivedOn > today)
        {
            return Verdict.Refuse(ReasonCodes.ApplicationInFuture, null);
        }

        if (application.ReceivedOn < frame.OpenedOn)
        {
            return Verdict.Refuse(ReasonCodes.ApplicationBeforeSection, null, ("openedOn", frame.OpenedOn));
        }

        if (application.To is { } to && to < application.From)
        {
            return Verdict.Refuse(ReasonCodes.ApplicationEndsBeforeItBegins, null, ("begins", application.From));
        }

        return frame.TermLastDay is { } last && application.From > last
            ? Verdict.Refuse(ReasonCodes.ApplicationAfterTheTerm, null, ("lastDay", last))
            : Verdict.Allow();
    }

    /// <summary>Whether the decision fits what was asked.</summary>
    public static Verdict JudgeDecision(
        ClientApplication application,
        bool needsDecision,
        string outcome,
        DateOnly decidedOn,
        DateOnly today
    ) =>
        !ApplicationOutcome.Of(needsDecision).Contains(outcome)
            ? Verdict.Refuse(
                needsDecision ? ReasonCodes.ApplicationNeedsDecision : ReasonCodes.NoticeIsNotDecided,
                null
            )
        : decidedOn > today ? Verdict.Refuse(ReasonCodes.DecisionInFuture, null)
        : decidedOn < application.ReceivedOn
            ? Verdict.Refuse(ReasonCodes.DecisionBeforeApplication, null, ("receivedOn", application.ReceivedOn))
        : Verdict.Allow();

    private static ApplicationNeed OfAbsence(
        ClientApplication application,
        ApplicationFrame frame,
        LegalParameters parameters
    )
    {
        var parameter = parameters.Get(
            application.Kind == ApplicationKinds.ForeignTravel
                ? ParameterCodes.ForeignTravelDays
                : ParameterCodes.LeaveResidenceDays,
            application.ReceivedOn
        );
        var days = application.To is { } to ? to.DayNumber - application.From.DayNumber + 1 : 0;
        var limit = parameter.WholeNumber;
        if (days > limit)
        {
            return new(true, "longer_than_limit", days, limit, null, parameter.LegalSource, parameter.Standing);
        }

        return frame.Binding.FirstOrDefault(b => Staying.Contains(b)) is { } binding
            ? new(true, "obligation_binds", days, limit, binding, null, Standing.Confirmed)
            : new(false, "within_limit", days, limit, null, parameter.LegalSource, parameter.Standing);
    }

    private static LegalSource? DutyOf(string measure) =>
        measure switch
        {
            MeasureCode.SuspendedSentence or MeasureCode.Parole => Adults,
            MeasureCode.ProbationObservation => Children,
            _ => null,
        };
}

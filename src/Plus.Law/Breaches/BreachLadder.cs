using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Breaches;

/// <summary>Stable codes of what may follow a violation; texts <c>law.breach_response.&lt;code&gt;</c>.</summary>
public static class BreachResponse
{
    public const string Talk = "talk";
    public const string Warning = "warning";
    public const string MoreContacts = "more_contacts";
    public const string StricterObligation = "stricter_obligation";
    public const string IntensifiedMonitoring = "intensified_monitoring";
    public const string CourtSubmission = "court_submission";
    public const string ProsecutorNotice = "prosecutor_notice";
    public const string ReportToImposingCourt = "report_to_imposing_court";

    public static IReadOnlyList<string> All { get; } =
    [
        Talk,
        Warning,
        MoreContacts,
        StricterObligation,
        IntensifiedMonitoring,
        CourtSubmission,
        ProsecutorNotice,
        ReportToImposingCourt,
    ];
}

/// <summary>What counts when a response is chosen.</summary>
/// <param name="Measure">One of <see cref="MeasureCode"/>.</param>
/// <param name="WarningsServed">Warnings served within the look-back time before this violation.</param>
/// <param name="ExplanationDueOn">Last day for the client's explanation; null when it was heard or none is asked.</param>
/// <param name="Justified">Whether the reason was found justified; null while not yet judged.</param>
public sealed record BreachFacts(
    string Measure,
    DateOnly ViolatedOn,
    int WarningsServed,
    DateOnly? ExplanationDueOn,
    bool? Justified,
    bool MonitoredElectronically
);

/// <summary>One response and whether the law allows it now.</summary>
/// <param name="Proposed">The ladder's next step; a person decides.</param>
public sealed record PossibleResponse(string Response, Verdict Verdict, LegalSource Source, bool Proposed);

/// <summary>What may follow a violation, by the measure that is executed. How many warnings go before a submission is a
/// parameter, since no source says it; a person decides, the ladder only proposes.</summary>
public static class BreachLadder
{
    private static readonly LegalSource Practice = new("Dienesta prakse", "");

    public static IReadOnlyList<PossibleResponse> For(BreachFacts facts, DateOnly today, LegalParameters parameters)
    {
        var needed = parameters.Get(ParameterCodes.WarningsBeforeSubmission, facts.ViolatedOn);
        var last = Last(facts.Measure);
        var responses = new List<(string Code, LegalSource Source)>
        {
            (BreachResponse.Talk, Practice),
            (BreachResponse.Warning, WarningSource(facts.Measure)),
            (BreachResponse.MoreContacts, Practice),
        };
        if (SetsObligations(facts.Measure))
        {
            responses.Add((BreachResponse.StricterObligation, WarningSource(facts.Measure)));
        }

        if (facts.MonitoredElectronically)
        {
            responses.Add((BreachResponse.IntensifiedMonitoring, new("LSIK", "")));
        }

        responses.Add(last);
        var proposed = Proposed(facts, needed.WholeNumber, last.Code);
        return
        [
            .. responses.Select(r => new PossibleResponse(
                r.Code,
                Judge(r.Code, last.Code, facts, today, needed),
                r.Source,
                r.Code == proposed
            )),
        ];
    }

    /// <summary>Whether a measure can be breached: it imposes something on the client over a time.</summary>
    public static bool Has(string measure) =>
        measure
            is MeasureCode.SuspendedSentence
                or MeasureCode.Parole
                or MeasureCode.ProbationSupervision
                or MeasureCode.CommunityWork
                or MeasureCode.ConditionalDischarge
                or MeasureCode.ProbationObservation
                or MeasureCode.EducationalCommunityWork;

    /// <summary>Whether a response goes to a court or a prosecutor, who then decides.</summary>
    public static bool IsSubmission(string response) =>
        response
            is BreachResponse.CourtSubmission
                or BreachResponse.ProsecutorNotice
                or BreachResponse.ReportToImposingCourt;

    /// <summary>Where the ladder of a measure ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The measure has no supervision that could be breached.</exception>
    public static (string Code, LegalSource Source) Last(string measure) =>
        measure switch
        {
            MeasureCode.SuspendedSentence => (BreachResponse.CourtSubmission, new("KL", "55. pants")),
            MeasureCode.Parole => (BreachResponse.CourtSubmission, new("KL", "61. pants")),
            MeasureCode.ProbationSupervision => (BreachResponse.CourtSubmission, new("KL", "45.¹ pants")),
            MeasureCode.CommunityWork => (BreachResponse.CourtSubmission, new("KL", "40. pants")),
            MeasureCode.ConditionalDischarge => (BreachResponse.ProsecutorNotice, new("Kriminālprocesa likums", "")),
            MeasureCode.ProbationObservation or MeasureCode.EducationalCommunityWork => (
                BreachResponse.ReportToImposingCourt,
                new("Likums par audzinoša rakstura piespiedu līdzekļiem", "")
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Nothing to breach."),
        };

    private static Verdict Judge(string response, string last, BreachFacts facts, DateOnly today, LegalParameter needed)
    {
        if (response is BreachResponse.Talk or BreachResponse.MoreContacts)
        {
            return Verdict.Allow();
        }

        if (facts.Justified == true)
        {
            return Verdict.Refuse(ReasonCodes.BreachJustified, null);
        }

        if (facts.Justified is null && facts.ExplanationDueOn is { } due && today <= due)
        {
            return Verdict.Refuse(ReasonCodes.ExplanationStillAwaited, null, ("dueOn", due));
        }

        return response == last && facts.WarningsServed < needed.WholeNumber
            ? Verdict.Refuse(
                ReasonCodes.WarningsTooFew,
                needed.LegalSource,
                ("served", facts.WarningsServed),
                ("needed", needed.WholeNumber)
            )
            : Verdict.Allow();
    }

    private static string Proposed(BreachFacts facts, int needed, string last)
    {
        if (facts.Justified == true)
        {
            return BreachResponse.Talk;
        }

        return facts.WarningsServed < needed ? BreachResponse.Warning : last;
    }

    // The prosecutor sets the obligations of a conditional discharge together with the Service (MK 107).
    private static bool SetsObligations(string measure) =>
        measure
            is MeasureCode.SuspendedSentence
                or MeasureCode.Parole
                or MeasureCode.ProbationSupervision
                or MeasureCode.ConditionalDischarge
                or MeasureCode.ProbationObservation;

    private static LegalSource WarningSource(string measure) =>
        measure switch
        {
            MeasureCode.ProbationObservation or MeasureCode.EducationalCommunityWork => new(
                "Likums par audzinoša rakstura piespiedu līdzekļiem",
                ""
            ),
            MeasureCode.ConditionalDischarge => new("MK noteikumi Nr. 107", ""),
            _ => new("LSIK", ""),
        };
}

namespace Plus.Law.Sections;

/// <summary>What an outcome says about the client.</summary>
public enum OutcomeKind
{
    /// <summary>Done as imposed or asked.</summary>
    Completed,

    /// <summary>Ended because the client did not do what was imposed.</summary>
    Failed,

    /// <summary>Ended for a reason that is neither.</summary>
    Other,
}

/// <summary>One way a section of a function ends; text <c>law.outcome.&lt;function&gt;.&lt;code&gt;</c>.</summary>
public sealed record SectionOutcome(ProbationFunction Function, string Code, OutcomeKind Kind);

/// <summary>The outcomes of each function.</summary>
public static class OutcomeCodes
{
    private static readonly (ProbationFunction Function, string Completed, string Failed, string Other)[] Lists =
    [
        (
            ProbationFunction.AssessmentReports,
            "report_sent",
            "informative_letter_refused",
            "informative_letter_interview_impossible request_withdrawn redirected"
        ),
        (
            ProbationFunction.Programmes,
            "completed",
            "client_refused expelled absences",
            "transferred_unit new_arrest illness section_ended not_started"
        ),
        (
            ProbationFunction.CommunityWork,
            "fully_served",
            "replaced_by_short_term_imprisonment",
            "released_from_remainder merged_into_other_sentence pardoned died limitation_expired transferred_abroad"
        ),
        (
            ProbationFunction.EducationalCommunityWork,
            "fully_served",
            "replaced_by_other_measure",
            "released_from_remainder revoked died limitation_expired transferred_abroad"
        ),
        (
            ProbationFunction.ConditionalDischarge,
            "completed_successfully",
            "proceedings_resumed",
            "revoked died transferred_abroad"
        ),
        (
            ProbationFunction.Supervision,
            "completed_successfully early_terminated",
            "sentence_executed parole_revoked new_offence_merged_sentence",
            "pardoned died transferred_to_eu_state"
        ),
        (
            ProbationFunction.Mediation,
            "settlement_reached",
            "",
            "no_settlement party_withdrew preconditions_not_met party_unreachable request_withdrawn"
        ),
        (
            ProbationFunction.ProbationSupervision,
            "served released_early",
            "replaced_by_imprisonment",
            "merged_into_other_sentence pardoned died transferred_to_eu_state"
        ),
        (
            ProbationFunction.ProbationObservation,
            "completed_successfully released_early",
            "replaced_by_other_measure",
            "revoked died transferred_abroad"
        ),
    ];

    public static IReadOnlyList<SectionOutcome> All { get; } =
    [
        .. Lists.SelectMany(l =>
            Split(l.Function, l.Completed, OutcomeKind.Completed)
                .Concat(Split(l.Function, l.Failed, OutcomeKind.Failed))
                .Concat(Split(l.Function, l.Other, OutcomeKind.Other))
        ),
    ];

    public static IReadOnlyList<SectionOutcome> Of(ProbationFunction function) =>
        [.. All.Where(o => o.Function == function)];

    // What a basis cannot end with, though its function knows it.
    private static readonly Dictionary<string, string[]> NotOf = new(StringComparer.Ordinal)
    {
        [MeasureCode.SuspendedSentence] = ["parole_revoked"],
        [MeasureCode.Parole] = ["sentence_executed", "early_terminated"],
    };

    /// <summary>The outcomes of a measure: a suspended sentence and parole share a function and do not end alike.</summary>
    public static IReadOnlyList<SectionOutcome> OfMeasure(string measure) =>
        [.. Of(MeasureCode.FunctionOf(measure)).Where(o => !NotOf.GetValueOrDefault(measure, []).Contains(o.Code))];

    public static bool IsKnown(ProbationFunction function, string code) => Find(function, code) is not null;

    public static SectionOutcome? Find(ProbationFunction function, string code) =>
        All.FirstOrDefault(o => o.Function == function && o.Code == code);

    private static IEnumerable<SectionOutcome> Split(ProbationFunction function, string codes, OutcomeKind kind) =>
        codes
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => new SectionOutcome(function, code, kind));
}

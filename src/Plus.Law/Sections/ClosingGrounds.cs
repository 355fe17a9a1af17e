namespace Plus.Law.Sections;

/// <summary>
/// The document that stands behind an outcome, for the functions whose outcomes name one. Texts
/// <c>law.closing_ground.&lt;code&gt;</c>.
/// </summary>
public static class ClosingGrounds
{
    public const string CourtDecision = "court_decision";
    public const string ProsecutorDecision = "prosecutor_decision";
    public const string Ruling = "ruling";
    public const string Pardon = "pardon";
    public const string DeathRecord = "death_record";
    public const string LimitationDecision = "limitation_decision";
    public const string TransferDecision = "transfer_decision";

    public static IReadOnlyList<string> All { get; } =
    [CourtDecision, ProsecutorDecision, Ruling, Pardon, DeathRecord, LimitationDecision, TransferDecision];

    /// <summary>Code of the document an outcome asks for; null where the outcome speaks for itself.</summary>
    public static string? Of(ProbationFunction function, string outcome) =>
        function switch
        {
            ProbationFunction.CommunityWork or ProbationFunction.EducationalCommunityWork => OfWork(outcome),
            ProbationFunction.ConditionalDischarge
            or ProbationFunction.Supervision
            or ProbationFunction.ProbationSupervision
            or ProbationFunction.ProbationObservation => OfSupervision(outcome),
            _ => null,
        };

    private static string? OfWork(string outcome) =>
        outcome switch
        {
            "replaced_by_short_term_imprisonment" or "replaced_by_other_measure" or "released_from_remainder" =>
                CourtDecision,
            "merged_into_other_sentence" or "revoked" => Ruling,
            "limitation_expired" => LimitationDecision,
            _ => OfAny(outcome),
        };

    private static string? OfSupervision(string outcome) =>
        outcome switch
        {
            "early_terminated"
            or "released_early"
            or "sentence_executed"
            or "parole_revoked"
            or "replaced_by_imprisonment"
            or "replaced_by_other_measure" => CourtDecision,
            "proceedings_resumed" => ProsecutorDecision,
            "new_offence_merged_sentence" or "merged_into_other_sentence" or "revoked" => Ruling,
            _ => OfAny(outcome),
        };

    private static string? OfAny(string outcome) =>
        outcome switch
        {
            "pardoned" => Pardon,
            "died" => DeathRecord,
            "transferred_abroad" or "transferred_to_eu_state" => TransferDecision,
            _ => null,
        };
}

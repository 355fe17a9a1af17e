namespace Plus.Law.Sections;

/// <summary>
/// The document that stands behind an outcome, for the functions whose outcomes name one. Texts
/// <c>law.closing_ground.&lt;code&gt;</c>.
/// </summary>
public static class ClosingGrounds
{
    public const string CourtDecision = "court_decision";
    public const string Ruling = "ruling";
    public const string Pardon = "pardon";
    public const string DeathRecord = "death_record";
    public const string LimitationDecision = "limitation_decision";
    public const string TransferDecision = "transfer_decision";

    public static IReadOnlyList<string> All { get; } =
    [CourtDecision, Ruling, Pardon, DeathRecord, LimitationDecision, TransferDecision];

    /// <summary>Code of the document an outcome asks for; null where the outcome speaks for itself.</summary>
    public static string? Of(ProbationFunction function, string outcome) =>
        function is not (ProbationFunction.CommunityWork or ProbationFunction.EducationalCommunityWork)
            ? null
            : outcome switch
            {
                "replaced_by_short_term_imprisonment" or "replaced_by_other_measure" or "released_from_remainder" =>
                    CourtDecision,
                "merged_into_other_sentence" or "revoked" => Ruling,
                "pardoned" => Pardon,
                "died" => DeathRecord,
                "limitation_expired" => LimitationDecision,
                "transferred_abroad" => TransferDecision,
                _ => null,
            };
}

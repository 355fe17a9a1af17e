namespace Plus.Law.Sections;

/// <summary>Stable codes of the measures a section executes; texts <c>law.measure.&lt;code&gt;</c>.</summary>
public static class MeasureCode
{
    public const string CommunityWork = "communityWork";
    public const string EducationalCommunityWork = "educationalCommunityWork";
    public const string ConditionalDischarge = "conditionalDischarge";
    public const string SuspendedSentence = "suspendedSentence";
    public const string Parole = "parole";
    public const string ProbationSupervision = "probationSupervision";
    public const string ProbationObservation = "probationObservation";
    public const string Mediation = "mediation";
    public const string AssessmentReport = "assessmentReport";
    public const string Programme = "programme";

    public static IReadOnlyList<string> All { get; } =
    [
        CommunityWork,
        EducationalCommunityWork,
        ConditionalDischarge,
        SuspendedSentence,
        Parole,
        ProbationSupervision,
        ProbationObservation,
        Mediation,
        AssessmentReport,
        Programme,
    ];

    public static bool IsKnown(string? measure) => measure is not null && All.Contains(measure);

    /// <summary>The function that executes the measure (article 6 of the law on the State Probation Service).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Unknown measure.</exception>
    public static ProbationFunction FunctionOf(string measure) =>
        measure switch
        {
            CommunityWork => ProbationFunction.CommunityWork,
            EducationalCommunityWork => ProbationFunction.EducationalCommunityWork,
            ConditionalDischarge => ProbationFunction.ConditionalDischarge,
            SuspendedSentence or Parole => ProbationFunction.Supervision,
            ProbationSupervision => ProbationFunction.ProbationSupervision,
            ProbationObservation => ProbationFunction.ProbationObservation,
            Mediation => ProbationFunction.Mediation,
            AssessmentReport => ProbationFunction.AssessmentReports,
            Programme => ProbationFunction.Programmes,
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
        };

    /// <summary>The measures a function executes.</summary>
    public static IReadOnlyList<string> Of(ProbationFunction function) =>
        [.. All.Where(m => FunctionOf(m) == function)];
}

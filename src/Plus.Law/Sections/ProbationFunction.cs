namespace Plus.Law.Sections;

/// <summary>The nine functions of the Service, numbered as in article 6 of the law on the State Probation Service.</summary>
public enum ProbationFunction
{
    AssessmentReports = 1,
    Programmes = 2,
    CommunityWork = 3,
    EducationalCommunityWork = 4,
    ConditionalDischarge = 5,
    Supervision = 6,
    Mediation = 7,
    ProbationSupervision = 8,
    ProbationObservation = 9,
}

/// <summary>Stable codes of the functions; texts <c>law.function.&lt;code&gt;</c>.</summary>
public static class ProbationFunctions
{
    private static readonly (ProbationFunction Function, string Code)[] Pairs =
    [
        (ProbationFunction.AssessmentReports, "assessment_reports"),
        (ProbationFunction.Programmes, "programmes"),
        (ProbationFunction.CommunityWork, "community_work"),
        (ProbationFunction.EducationalCommunityWork, "educational_community_work"),
        (ProbationFunction.ConditionalDischarge, "conditional_discharge"),
        (ProbationFunction.Supervision, "supervision"),
        (ProbationFunction.Mediation, "mediation"),
        (ProbationFunction.ProbationSupervision, "probation_supervision"),
        (ProbationFunction.ProbationObservation, "probation_observation"),
    ];

    public static IReadOnlyList<ProbationFunction> All { get; } = [.. Pairs.Select(p => p.Function)];

    public static string Code(this ProbationFunction function) => Pairs.Single(p => p.Function == function).Code;

    /// <exception cref="ArgumentOutOfRangeException">Unknown code.</exception>
    public static ProbationFunction FromCode(string code)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Code == code)
            {
                return pair.Function;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown function.");
    }

    /// <summary>True for functions 5, 6 and 8, which the yearly figures count together as supervision.</summary>
    public static bool CountsAsSupervision(this ProbationFunction function) =>
        function
            is ProbationFunction.ConditionalDischarge
                or ProbationFunction.Supervision
                or ProbationFunction.ProbationSupervision;
}

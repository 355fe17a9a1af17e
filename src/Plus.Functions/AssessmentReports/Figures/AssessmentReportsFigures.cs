using Plus.Law.Sections;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.AssessmentReports.Figures;

/// <summary>Requests for assessment reports by who asked: counted by the day they were received.</summary>
internal static class AssessmentReportsFigures
{
    private const string ByCourtOrProsecutor = "f.requester_kind in ('court', 'prosecutor')";
    private const string ForMonitoring = "f.requester_kind = 'prison' and f.purpose = 'paroleWithElectronicMonitoring'";

    public static FigureContribution Contribution { get; } =
        new()
        {
            Sections =
            [
                new SectionSource(
                    ProbationFunction.AssessmentReports.Code(),
                    YearBasis.Opened,
                    "join assessment_reports.report_request f on f.section_id = s.id",
                    InClientTotals: true
                )
                {
                    Counters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["iz.requests"] = "true",
                        ["iz.by_court"] = "f.requester_kind = 'court'",
                        ["iz.by_prosecutor"] = "f.requester_kind = 'prosecutor'",
                        ["iz.by_prison"] = "f.requester_kind = 'prison'",
                        ["iz.sexual_accused"] = "f.sexual_offence_accused and " + ByCourtOrProsecutor,
                        ["iz.minor_accused"] = "f.minor_accused and " + ByCourtOrProsecutor,
                        ["iz.em_requests"] = ForMonitoring,
                        ["iz.em_supported"] = "f.supported and " + ForMonitoring,
                    },
                },
            ],
            Definitions =
            [
                new("iz.requests", "requests", new CountOf("iz.requests")),
                new("iz.by_court", "requests", new CountOf("iz.by_court")),
                new("iz.by_prosecutor", "requests", new CountOf("iz.by_prosecutor")),
                new("iz.by_prison", "requests", new CountOf("iz.by_prison")),
                new("iz.sexual_accused", "requests", new CountOf("iz.sexual_accused")),
                new("iz.minor_accused", "requests", new CountOf("iz.minor_accused")),
                new("iz.em_requests", "requests", new CountOf("iz.em_requests")),
                new("iz.em_supported", "reports", new CountOf("iz.em_supported")),
            ],
        };
}

using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>The answers of opening a section from a document on paper.</summary>
internal sealed class OpeningState
{
    public string? Measure { get; set; }

    public string? Kind { get; set; }

    public string? Number { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? InForceOn { get; set; }

    public string? IssuerKind { get; set; }

    public string? IssuerName { get; set; }

    public string? ProceedingNo { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public List<OffenceAnswer> Offences { get; set; } = [];

    public string? Role { get; set; }

    public int? Amount { get; set; }

    public int? ImprisonmentMonths { get; set; }

    public DateOnly? Until { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public int? MonitoringMonths { get; set; }

    public bool WithImprisonment { get; set; }

    public string? Purpose { get; set; }

    public DateOnly? RespondBy { get; set; }

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "courtRuling",
        "prosecutorPenalOrder",
        "prosecutorDecision",
        "assessmentReportRequest",
        "mediationRequest",
        "programmeReferral",
    ];

    public static IReadOnlyList<string> Issuers { get; } = ["court", "prosecutor", "prison", "police", "person"];

    /// <summary>Whether the document comes into force: requests and referrals do not.</summary>
    public bool ComesIntoForce => Kind is "courtRuling" or "prosecutorPenalOrder" or "prosecutorDecision";

    public MeasureTerms Terms() =>
        new(Measure!)
        {
            Role = Role,
            Hours = Measure is MeasureCode.CommunityWork or MeasureCode.EducationalCommunityWork ? Amount : null,
            Months = Measure
                is MeasureCode.ConditionalDischarge
                    or MeasureCode.ProbationSupervision
                    or MeasureCode.ProbationObservation
                ? Amount
                : null,
            TestPeriodMonths = Measure == MeasureCode.SuspendedSentence ? Amount : null,
            ImprisonmentMonths = ImprisonmentMonths,
            Until = Until,
            ReleasedOn = ReleasedOn,
            MonitoringMonths = MonitoringMonths,
            WithImprisonment = WithImprisonment,
            Purpose = Purpose,
            RespondBy = RespondBy,
            SenderKind = IssuerKind,
            SenderName = IssuerName,
        };
}

/// <summary>An offence as answered; the superscript stands apart.</summary>
internal sealed class OffenceAnswer
{
    public string Article { get; set; } = "";

    public int? Sup { get; set; }

    public int? Part { get; set; }

    public string? Point { get; set; }

    public DateOnly? CommittedOn { get; set; }
}

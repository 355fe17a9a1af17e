using Plus.Law.Deadlines;

namespace Plus.Law.Tasks;

/// <summary>Stable codes of the computed tasks; texts <c>law.task.&lt;kind&gt;</c>.</summary>
public static class TaskKinds
{
    public const string RegisterClient = "register_client";
    public const string CreateCase = "create_case";
    public const string OutcomeMissing = "outcome_missing";
    public const string WeeklyHoursBelowMinimum = "weekly_hours_below_minimum";
    public const string TermEnds = "term_ends";
    public const string PlanStep = "plan_step";
    public const string PlanReview = "plan_review";
    public const string RespondToReportRequest = "respond_to_report_request";
    public const string BreachExplanation = "breach_explanation";
    public const string BreachEvidence = "breach_evidence";
    public const string BreachJudgement = "breach_judgement";
    public const string BreachResponse = "breach_response";
    public const string WarningServing = "warning_serving";
    public const string ApplicationDecision = "application_decision";
    public const string ApplicationReturn = "application_return";
    public const string ApplicationChange = "application_change";
    public const string TransferProposal = "transfer_proposal";
    public const string MonitoringEmployment = "monitoring_employment";
    public const string RepresentativeDuty = "representative_duty";
    public const string CourtReport = "court_report";
    public const string WorkReport = "work_report";
    public const string TurnedAdult = "turned_adult";
    public const string LimitationEnds = "limitation_ends";
    public const string IncidentReview = "incident_review";
    public const string IncidentMeasure = "incident_measure";
    public const string IncidentClosing = "incident_closing";

    /// <summary>What is seen only by who may see incidents.</summary>
    public static IReadOnlyList<string> OfIncidents { get; } = [IncidentReview, IncidentMeasure, IncidentClosing];

    public static IReadOnlyList<string> All { get; } =
    [
        RegisterClient,
        CreateCase,
        OutcomeMissing,
        WeeklyHoursBelowMinimum,
        TermEnds,
        PlanStep,
        PlanReview,
        RespondToReportRequest,
        BreachExplanation,
        BreachEvidence,
        BreachJudgement,
        BreachResponse,
        WarningServing,
        ApplicationDecision,
        ApplicationReturn,
        ApplicationChange,
        TransferProposal,
        MonitoringEmployment,
        RepresentativeDuty,
        CourtReport,
        WorkReport,
        TurnedAdult,
        LimitationEnds,
        .. OfIncidents,
    ];
}

/// <summary>Something that is to be done, and by when.</summary>
/// <param name="Kind">One of <see cref="TaskKinds"/>.</param>
/// <param name="Key">Tells apart tasks of one kind in one section, stable from day to day: empty for kinds that occur
/// once, the reference of the contact or of the plan's step, or the week's Monday as yyyy-MM-dd.</param>
/// <param name="DueOn">Last day on which it is in time; null while its start is not known.</param>
/// <param name="Deadline">The whole explanation, where a deadline was counted.</param>
/// <param name="Source">The rule the task stands on; null for the Service's own practice.</param>
/// <param name="Values">Named values of the task's text.</param>
public sealed record DueTask(
    string Kind,
    string Key,
    DateOnly? DueOn,
    Deadline? Deadline,
    LegalSource? Source,
    IReadOnlyDictionary<string, object> Values
)
{
    public bool WaitsForStart => DueOn is null;

    public bool IsOverdue(DateOnly today) => DueOn < today;
}

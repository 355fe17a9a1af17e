using Plus.Law.Applications;
using Plus.Law.Breaches;
using Plus.Law.CommunityWork;
using Plus.Law.Incidents;
using Plus.Law.Sections;

namespace Plus.Law.Tasks;

/// <summary>A planned contact. <paramref name="Reference"/> is the caller's key and comes back in the task.</summary>
public sealed record PlannedContact(string Reference, DateOnly PlannedOn, bool HasOutcome);

/// <summary>A step of the supervision plan that is not done, or the plan's next review.</summary>
public sealed record PlannedStep(string Reference, bool IsReview, DateOnly DueOn);

/// <summary>What a child's representative has to do by a day and nobody saw done. <paramref name="Reference"/> is the
/// caller's key and comes back in the task.</summary>
public sealed record OpenDuty(string Reference, DateOnly DueOn);

/// <summary>A violation that is not settled. <paramref name="Reference"/> is the caller's key and comes back in the task.</summary>
public sealed record LiveBreach(string Reference, DateOnly OccurredOn, BreachCourse Course);

/// <summary>What the tasks of a section are computed from: plain values, no ids of the database.</summary>
public sealed record SectionFacts
{
    public required string Measure { get; init; }

    public required SectionState State { get; init; }

    /// <summary>Day on which the founding document came to the Service.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day on which the client's case was created; null while it is not.</summary>
    public DateOnly? CaseCreatedOn { get; init; }

    public DateOnly? InForceOn { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    public bool WithImprisonment { get; init; }

    public bool ReleasedEarly { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Last day of the term (included), moved by suspensions; null if there is none or it is not known.</summary>
    public DateOnly? TermLastDay { get; init; }

    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];

    /// <summary>Steps of the supervision plan that are not done.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; init; } = [];

    /// <summary>Violations; those that wait for nothing make no task.</summary>
    public IReadOnlyList<LiveBreach> Breaches { get; init; } = [];

    /// <summary>Applications and notices that wait for something.</summary>
    public IReadOnlyList<OpenApplication> Applications { get; init; } = [];

    /// <summary>Day from which the time to find work under electronic monitoring runs; null when it was seen or is not asked.</summary>
    public DateOnly? EmploymentFrom { get; init; }

    /// <summary>Duties of a child's representatives that have a day.</summary>
    public IReadOnlyList<OpenDuty> Duties { get; init; } = [];

    /// <summary>Day by which the court waits for the next report on a child; null while no day is set.</summary>
    public DateOnly? CourtReportBy { get; init; }

    /// <summary>Incidents that are not closed; they ask also when the section is closed.</summary>
    public IReadOnlyList<LiveIncident> Incidents { get; init; } = [];

    /// <summary>Birth of a child on whom a measure for children was imposed; null for others.</summary>
    public DateOnly? ChildBornOn { get; init; }

    /// <summary>Somebody decided what follows after the child turned adult.</summary>
    public bool AdultChoiceMade { get; init; }

    /// <summary>Of a child's work: the last day told to the court that imposed it, before the first report the
    /// registration; null where nothing is to be told.</summary>
    public DateOnly? WorkReportFrom { get; init; }

    /// <summary>Hours of a community-work section; null for other measures.</summary>
    public HoursFacts? Hours { get; init; }

    /// <summary>The Service cannot give regular work, so the weekly minimum is not asked.</summary>
    public bool RegularWorkNotAvailable { get; init; }

    /// <summary>Day by which the requester of an assessment report wants it.</summary>
    public DateOnly? ReportRespondBy { get; init; }

    /// <summary>Day on which the report or the informative letter went out.</summary>
    public DateOnly? ReportSentOn { get; init; }
}

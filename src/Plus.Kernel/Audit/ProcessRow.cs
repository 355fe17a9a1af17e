using Plus.Kernel.Ids;

namespace Plus.Kernel.Audit;

/// <summary>One audited write: who did what to whose record, when, why, by which law, and what changed.</summary>
public sealed class ProcessRow
{
    public ProcessId Id { get; init; } = ProcessId.New();

    /// <summary>The instant of the write, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The day on which what is recorded happened; for the timeline.</summary>
    public DateOnly OnDay { get; init; }

    public required string Type { get; init; }

    /// <summary>The person; null for the system itself (jobs, import).</summary>
    public StaffId? ActorId { get; init; }

    public required string Source { get; init; }

    public ClientId? ClientId { get; init; }

    public SectionId? SectionId { get; init; }

    /// <summary>The record in the middle of it: a contact, a note, an account.</summary>
    public Guid? SubjectId { get; init; }

    public string? Reason { get; init; }

    public string? LegalBasis { get; init; }

    public bool OnTimeline { get; init; }

    /// <summary>Named values for the history line: codes, dates, numbers.</summary>
    public string? Values { get; init; }

    /// <summary>Before and after by record and field, JSON.</summary>
    public string? Changes { get; init; }
}

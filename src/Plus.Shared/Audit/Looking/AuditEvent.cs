using System.ComponentModel.DataAnnotations.Schema;

namespace Plus.Shared.Audit.Looking;

/// <summary>One event, of whichever table it comes.</summary>
internal sealed class AuditEvent
{
    public Guid Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>process, view or outside.</summary>
    public string Table { get; init; } = "";

    public Guid? ActorId { get; init; }

    /// <summary>Process type, kind of reading, or what was done to which table.</summary>
    public string What { get; init; } = "";

    public string? Part { get; init; }

    public Guid[] Clients { get; init; } = [];

    public string? Reason { get; init; }

    public string? Purpose { get; init; }

    public string? LegalBasis { get; init; }

    public string? Source { get; init; }

    /// <summary>Before and after, JSON; only where one event is read whole.</summary>
    public string? Changes { get; init; }

    /// <summary>The actor's name; null for PLUS itself.</summary>
    [NotMapped]
    public string? Actor { get; set; }

    public string Mark => $"{At.Ticks}-{Id}";
}

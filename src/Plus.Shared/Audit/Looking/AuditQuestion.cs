namespace Plus.Shared.Audit.Looking;

/// <summary>What is asked of the audit, as it was typed. Both days count; what is null does not narrow.</summary>
internal sealed record AuditQuestion(DateOnly From, DateOnly To)
{
    public string? CaseNumber { get; init; }

    public string? UserName { get; init; }

    /// <summary>One of the six kinds, or <c>outside</c> for changes that did not come through PLUS.</summary>
    public string? Kind { get; init; }

    /// <summary>Purpose code of a reading.</summary>
    public string? Purpose { get; init; }
}

/// <summary>A question that was kept under a name.</summary>
internal sealed class KeptQuestion
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";
}

using Plus.Kernel.Ids;

namespace Plus.Kernel.Audit;

/// <summary>What a handler says about the write it is about to commit.</summary>
public sealed record ProcessStart(ProcessType Type)
{
    public ClientId? Client { get; init; }

    public SectionId? Section { get; init; }

    public Guid? Subject { get; init; }

    public string? Reason { get; init; }

    public string? LegalBasis { get; init; }

    /// <summary>The day on which it happened, if another than today.</summary>
    public DateOnly? OnDay { get; init; }

    /// <summary>Named values for the history line: codes, dates, numbers; no free text and no other person's data.</summary>
    public IReadOnlyDictionary<string, object?>? Values { get; init; }
}

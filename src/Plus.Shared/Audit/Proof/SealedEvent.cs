namespace Plus.Shared.Audit.Proof;

/// <summary>An event where its seal says that it stands.</summary>
/// <param name="Number">From 1 in its chain.</param>
/// <param name="Hash">The chain's hash after it, as stored.</param>
/// <param name="Line">The event as it is found now; null when it is gone.</param>
/// <param name="Copies">How many events carry its id.</param>
internal sealed record SealedEvent(
    long Number,
    Guid Id,
    DateTimeOffset SealedAt,
    string Hash,
    string? Line,
    int Copies = 1
)
{
    /// <summary>Lines of events that stand near it, to tell a changed event from a changed order.</summary>
    public IReadOnlyCollection<string> Near { get; init; } = [];
}

/// <summary>An event that no seal names.</summary>
internal sealed record UnsealedEvent(string Table, Guid Id, DateTimeOffset At);

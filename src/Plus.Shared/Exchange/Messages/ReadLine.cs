namespace Plus.Shared.Exchange.Messages;

/// <summary>What reading one line came to: a message, or the reasons why it is none.</summary>
/// <param name="Content">The message; null when it was rejected.</param>
/// <param name="Reasons">Why it was rejected; empty otherwise.</param>
/// <param name="MessageId">The id, where one could be read at all.</param>
/// <param name="Kind">The kind, where one could be read at all.</param>
/// <param name="ContentHash">SHA-256 of the canonical content, hex; of the bytes when they are no JSON.</param>
public sealed record ReadLine(
    IntakeContent? Content,
    IReadOnlyList<IntakeReason> Reasons,
    Guid? MessageId,
    string? Kind,
    string ContentHash
);

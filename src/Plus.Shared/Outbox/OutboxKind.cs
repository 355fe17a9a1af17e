using Plus.Kernel.Audit;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox;

/// <summary>What leaves: to whom, about what, with which files.</summary>
/// <param name="Address">Where to, in the channel's words.</param>
/// <param name="Headline">A line without personal data.</param>
public sealed record OutboxParcel(
    Guid Id,
    string Address,
    string Recipient,
    string Headline,
    string Body,
    IReadOnlyList<(string Name, string MediaType, byte[] Bytes)> Files
);

/// <summary>
/// A kind of message, brought by a room: it makes the content when the message leaves, and changes its own records when
/// something became of it. Letters are one; reminders are another.
/// </summary>
public abstract class OutboxKind
{
    public abstract string Code { get; }

    /// <summary>What leaves; null when there is nothing to send any more.</summary>
    public abstract Task<OutboxParcel?> ContentAsync(OutboxMessage message, CancellationToken ct);

    /// <summary>
    /// Changes the room's records after the message was sent, delivered or failed; what is answered is committed with
    /// them. Null when nothing is to be told.
    /// </summary>
    public abstract Task<ProcessStart?> SettleAsync(OutboxMessage message, CancellationToken ct);
}

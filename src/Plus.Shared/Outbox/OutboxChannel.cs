using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox;

/// <summary>What a channel answers.</summary>
/// <param name="State">Sent: on its way, proof is asked for later; Delivered; Failed for good; Waiting: try again later.</param>
/// <param name="Note">Name of the message or the proof; of a failure its code.</param>
public sealed record OutboxAnswer(OutboxState State, string? Note = null);

/// <summary>A way out of PLUS.</summary>
public abstract class OutboxChannel
{
    public abstract string Code { get; }

    /// <summary>Whether a proof of delivery comes; without one nothing is asked for.</summary>
    public virtual bool GivesProof => false;

    public abstract Task<OutboxAnswer> SendAsync(OutboxParcel parcel, CancellationToken ct);

    /// <summary>Asks for the proof of delivery of what was sent; Sent means that there is none yet.</summary>
    public virtual Task<OutboxAnswer> AskAsync(OutboxMessage message, CancellationToken ct) =>
        Task.FromResult(new OutboxAnswer(OutboxState.Sent));
}

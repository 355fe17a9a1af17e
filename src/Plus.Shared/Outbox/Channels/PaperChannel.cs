using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox.Channels;

/// <summary>
/// Paper: by post it is on its way from the day on which it stands in the address list; handed over it has arrived.
/// </summary>
public sealed class PaperChannel(string code) : OutboxChannel
{
    public override string Code => code;

    public override Task<OutboxAnswer> SendAsync(OutboxParcel parcel, CancellationToken ct) =>
        Task.FromResult(
            code == "handed" ? new OutboxAnswer(OutboxState.Delivered, "handed")
            : parcel.Address.Length == 0 ? new OutboxAnswer(OutboxState.Failed, "unknownAddress")
            : new OutboxAnswer(OutboxState.Sent, "post")
        );
}

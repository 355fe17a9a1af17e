using System.Text.Json;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox.Channels;

/// <summary>
/// Stands in for a national channel (the official e-address, the e-case) until PLUS is joined to it: lays each message
/// into a folder, and takes a file put beside it, <c>ID.delivered</c> or <c>ID.refused</c>, as the channel's answer.
/// An address that begins with "nav" is one that the channel does not know.
/// </summary>
public sealed class SimulatedChannel(string code, OutboxFolders folders) : OutboxChannel
{
    public override string Code => code;

    public override bool GivesProof => true;

    public override async Task<OutboxAnswer> SendAsync(OutboxParcel parcel, CancellationToken ct)
    {
        if (parcel.Address.Length == 0 || parcel.Address.StartsWith("nav", StringComparison.OrdinalIgnoreCase))
        {
            return new(OutboxState.Failed, "unknownAddress");
        }

        var folder = folders.Of(code);
        foreach (var (name, _, bytes) in parcel.Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{parcel.Id:N}-{name}"), bytes, ct);
        }

        var letter = new
        {
            parcel.Address,
            parcel.Recipient,
            parcel.Headline,
            Files = parcel.Files.Select(f => f.Name),
        };
        await File.WriteAllTextAsync(Path.Combine(folder, $"{parcel.Id:N}.json"), JsonSerializer.Serialize(letter), ct);
        return new(OutboxState.Sent, $"{code}-{parcel.Id:N}");
    }

    public override Task<OutboxAnswer> AskAsync(OutboxMessage message, CancellationToken ct)
    {
        var beside = Path.Combine(folders.Of(code), message.Id.ToString("N"));
        return Task.FromResult(
            File.Exists(beside + ".delivered") ? new OutboxAnswer(OutboxState.Delivered, $"{code}-{message.Id:N}")
            : File.Exists(beside + ".refused") ? new OutboxAnswer(OutboxState.Failed, "refused")
            : new OutboxAnswer(OutboxState.Sent)
        );
    }
}

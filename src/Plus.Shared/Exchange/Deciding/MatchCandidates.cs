using Plus.Kernel.Ids;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Deciding;

/// <summary>The known clients that the person of a message may be.</summary>
internal static class MatchCandidates
{
    public static IReadOnlyList<ClientId> Of(IntakeMessage message) =>
        [
            .. IntakeReason
                .Read(message.ReasonValues)
                .SelectMany(r =>
                    (r.Values.GetValueOrDefault("candidates") ?? r.Values.GetValueOrDefault("client") ?? "").Split(
                        ' ',
                        StringSplitOptions.RemoveEmptyEntries
                    )
                )
                .Select(text => ClientId.TryParse(text, out var id) ? (ClientId?)id : null)
                .OfType<ClientId>()
                .Distinct(),
        ];
}

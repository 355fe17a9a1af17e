using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Taking;

/// <summary>What became of one line.</summary>
/// <param name="Outcome">One of the codes below.</param>
/// <param name="Reasons">Why it was rejected or needs a human.</param>
public sealed record LineOutcome(int Line, Guid? MessageId, string Outcome, IReadOnlyList<IntakeReason> Reasons)
{
    public const string Accepted = "accepted";
    public const string Attention = "attention";
    public const string MatchToConfirm = "match-to-confirm";
    public const string Repeat = "repeat";
    public const string Rejected = "rejected";
    public const string Ignored = "ignored";

    /// <summary>What became of a message that was taken in just now.</summary>
    public static LineOutcome Of(int line, IntakeMessage row) =>
        new(
            line,
            row.MessageId,
            row.State switch
            {
                IntakeState.Accepted => Accepted,
                IntakeState.Attention => Attention,
                IntakeState.MatchToConfirm => MatchToConfirm,
                IntakeState.Rejected => Rejected,
                _ => throw new InvalidOperationException($"A new message cannot be {row.State}."),
            },
            IntakeReason.Read(row.ReasonValues)
        );
}

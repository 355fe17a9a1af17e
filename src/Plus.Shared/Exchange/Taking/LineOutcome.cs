using Plus.Shared.Exchange.Messages;

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
}

namespace Plus.Shared.Exchange.Taking;

/// <summary>What became of one line.</summary>
/// <param name="Outcome">One of the codes below.</param>
/// <param name="Why">Reason codes with their fields, for programs; people get the texts.</param>
public sealed record LineOutcome(int Line, Guid? MessageId, string Outcome, string? Why)
{
    public const string Accepted = "accepted";
    public const string Attention = "attention";
    public const string MatchToConfirm = "match-to-confirm";
    public const string Repeat = "repeat";
    public const string Rejected = "rejected";
    public const string Ignored = "ignored";
}

using Plus.Kernel.Results;

namespace Plus.Shared.Exchange.Message;

/// <summary>The message stands elsewhere meanwhile: nothing is left to do in this way.</summary>
internal sealed record MessageIsSettledAlready() : Refusal("exchange.refusal.settledAlready", RefusalKind.Conflict);

/// <summary>No office was chosen, or none that is open.</summary>
internal sealed record OfficeIsMissing() : Refusal("exchange.refusal.officeMissing")
{
    public override string Field => "Office";
}

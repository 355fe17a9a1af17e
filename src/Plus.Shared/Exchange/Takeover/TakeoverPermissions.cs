using Plus.Kernel.Access;

namespace Plus.Shared.Exchange.Takeover;

/// <summary>What may be done with takeovers; they are run by command only.</summary>
public static class TakeoverPermissions
{
    public const string View = "takeover.view";

    public static readonly Permission[] All = [new(View) { Word = "takeover" }];
}

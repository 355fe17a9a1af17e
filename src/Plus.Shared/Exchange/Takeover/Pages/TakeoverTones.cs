using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Records;

namespace Plus.Shared.Exchange.Takeover.Pages;

/// <summary>Colours of what a takeover came to.</summary>
internal static class TakeoverTones
{
    public static string? Of(TakeoverState state) =>
        state switch
        {
            TakeoverState.Done => "green",
            TakeoverState.Failed => "red",
            _ => "blue",
        };

    public static string? Of(TakeoverVerdict? verdict) =>
        verdict switch
        {
            TakeoverVerdict.Reconciled => "green",
            TakeoverVerdict.Quarantine => "yellow",
            TakeoverVerdict.Differs => "red",
            _ => null,
        };

    /// <summary>Text key of a state.</summary>
    public static string KeyOf(TakeoverState state) => "takeover.state." + CodeConversion.CodeOf(state);

    /// <summary>Text key of a verdict.</summary>
    public static string KeyOf(TakeoverVerdict verdict) => "takeover.verdict." + CodeConversion.CodeOf(verdict);
}

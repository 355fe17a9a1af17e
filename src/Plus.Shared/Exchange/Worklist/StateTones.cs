namespace Plus.Shared.Exchange.Worklist;

/// <summary>Colours of a message's states.</summary>
internal static class StateTones
{
    public static string? Of(string state) =>
        state switch
        {
            "attention" => "yellow",
            "matchToConfirm" => "orange",
            "rejected" => "red",
            "accepted" => "green",
            _ => "grey",
        };
}

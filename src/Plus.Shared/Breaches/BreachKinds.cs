namespace Plus.Shared.Breaches;

/// <summary>Stored codes of this room.</summary>
public static class BreachKinds
{
    public const string Work = "work";
    public const string Meeting = "meeting";

    /// <summary>What was violated; texts <c>breaches.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["registration", Meeting, Work, "obligation", "programme", "address", "other"];

    /// <summary>How a warning may reach the client; texts <c>breaches.servedHow.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> WaysOfServing { get; } = ["inPerson", "post", "eAddress", "email"];

    public const string Replaced = "replaced";

    /// <summary>What a court or a prosecutor may answer; texts <c>breaches.decision.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Replaced, "refused", "withdrawn"];
}

namespace Plus.Shared.Access.OpenedInNeed;

/// <summary>For what a record outside one's reach is needed.</summary>
public static class Purposes
{
    public static IReadOnlyList<string> All { get; } =
    ["duty", "clientCame", "requestOfAuthority", "safety", "quality", "complaint"];

    /// <summary>
    /// How long a record opened in need stays open. The Service's own choice, no law names it; short enough to end with the
    /// working day.
    /// </summary>
    public static readonly TimeSpan Time = TimeSpan.FromHours(4);
}

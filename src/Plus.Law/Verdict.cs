namespace Plus.Law;

/// <summary>What the law says to a proposed act: <see cref="Allowed"/>, or <see cref="Refused"/> with the reason code
/// (text key <c>law.reason.&lt;code&gt;</c>), the article and the named values the text needs. Values are plain
/// (DateOnly, int, decimal, string) and are formatted where they are shown; names ending in "Minutes" are whole minutes.</summary>
public abstract record Verdict
{
    private static readonly Allowed TheAllowed = new();

    private Verdict() { }

    public bool IsAllowed => this is Allowed;

    public static Verdict Allow() => TheAllowed;

    public static Refused Refuse(string reasonCode, LegalSource? source, params (string Name, object Value)[] values)
    {
        var named = new Dictionary<string, object>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named.Add(name, value);
        }
        return new Refused(reasonCode, source, named);
    }

    /// <summary>Nothing in the law known here stands against it.</summary>
    public sealed record Allowed : Verdict;

    /// <summary>The law stands against it.</summary>
    public sealed record Refused(string ReasonCode, LegalSource? Source, IReadOnlyDictionary<string, object> Values)
        : Verdict;
}

using Plus.Kernel.Results;
using Plus.Law;

namespace Plus.Shared.Cases.Editing;

/// <summary>The law stands against it; the page says so with the article.</summary>
public sealed record LawRefuses(Verdict.Refused Verdict, string? AtField = null)
    : Refusal("law.reason." + Verdict.ReasonCode)
{
    public override string? Field => AtField;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        Verdict.Values.ToDictionary(v => v.Key, v => (object?)v.Value, StringComparer.Ordinal);
}

/// <summary>A day that lies in the future where only the past is possible.</summary>
public sealed record DayIsInFuture(string AtField) : Refusal("cases.refusal.dayInFuture")
{
    public override string? Field => AtField;
}

/// <summary>A day before the one it can be at the earliest.</summary>
public sealed record DayIsTooEarly(string AtField, DateOnly Earliest) : Refusal("cases.refusal.dayTooEarly")
{
    public override string? Field => AtField;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["earliest"] = Earliest };
}

/// <summary>What cannot be undone without a word needs a reason.</summary>
public sealed record ReasonIsMissing(string AtField) : Refusal("cases.refusal.reasonMissing")
{
    public override string? Field => AtField;
}

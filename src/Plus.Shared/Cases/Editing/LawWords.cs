using Plus.Kernel.Results;
using Plus.Law;
using Plus.Web.Language;

namespace Plus.Shared.Cases.Editing;

/// <summary>The law's answers and other refusals in words.</summary>
public static class LawWords
{
    /// <summary>The reason with its article: "... (LSIK 136. pants)".</summary>
    public static string Of(Texts texts, Verdict.Refused refused)
    {
        var words = texts["law.reason." + refused.ReasonCode, Named(texts, refused.Values)];
        return refused.Source is { } source
            ? texts["cases.law.withArticle", ("words", words), ("article", source.ToString())]
            : words;
    }

    public static string Of(Texts texts, Refusal refusal) =>
        refusal is LawRefuses law
            ? Of(texts, law.Verdict)
            : texts[refusal.TextKey, [.. refusal.Values.Select(v => (v.Key, v.Value))]];

    private static (string, object?)[] Named(Texts texts, IReadOnlyDictionary<string, object> values) =>
        [.. values.Select(v => (v.Key, Word(texts, v.Key, v.Value, values)))];

    private static object? Word(Texts texts, string name, object value, IReadOnlyDictionary<string, object> all) =>
        value switch
        {
            int minutes when name.EndsWith("Minutes", StringComparison.Ordinal) => texts.Hours(minutes),
            string state when name is "state" or "from" or "to" => texts.Maybe("law.state." + state) ?? state,
            string function when name == "function" => texts.Maybe("law.function." + function) ?? function,
            string outcome when name == "outcome" && all.TryGetValue("function", out var of) => texts.Maybe(
                $"law.outcome.{of}.{outcome}"
            ) ?? outcome,
            _ => value,
        };
}

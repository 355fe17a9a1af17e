using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Plus.Web.Journeys;

/// <summary>The fields of a form exactly as typed, to and from JSON.</summary>
internal static class DraftFields
{
    /// <summary>Longest draft kept; a longer one is refused rather than cut.</summary>
    public const int LongestJson = 256 * 1024;

    public static string Write(IFormCollection form)
    {
        var fields = form.Where(f => !IsSecret(f.Key))
            .ToDictionary(f => f.Key, f => Array.ConvertAll(f.Value.ToArray(), Storable), StringComparer.Ordinal);
        return JsonSerializer.Serialize(fields);
    }

    /// <summary>Puts the fields where the controls look first, without judging them.</summary>
    public static void Restore(string json, ModelStateDictionary state)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json) ?? [];
        foreach (var (name, values) in fields)
        {
            object? raw = values.Length == 1 ? values[0] : values;
            state.SetModelValue(name, raw ?? "", string.Join(',', values));
            state.MarkFieldSkipped(name);
        }
    }

    // No database text holds the character zero, and no keyboard types it.
    private static string? Storable(string? value) => value?.Replace("\0", "", StringComparison.Ordinal);

    private static bool IsSecret(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name.Contains("password", StringComparison.OrdinalIgnoreCase);
}

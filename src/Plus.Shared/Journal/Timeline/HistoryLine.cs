using System.Globalization;
using System.Text.Json;
using Plus.Web.Language;

namespace Plus.Shared.Journal.Timeline;

/// <summary>Turns a process into its history line: the text <c>process.&lt;type&gt;</c> with its named values.</summary>
public static class HistoryLine
{
    /// <summary>
    /// The line in words. A value that is a code is put in words where the texts know it as
    /// <c>process.&lt;type&gt;.&lt;name&gt;.&lt;code&gt;</c>, or as a code of the law, <c>law.&lt;name&gt;.&lt;code&gt;</c>.
    /// </summary>
    public static string Of(string type, string? values, Texts texts) =>
        texts[$"process.{type}", [.. Values(values).Select(v => (v.Name, InWords(type, v.Name, v.Value, texts)))]];

    /// <summary>
    /// What kind of process it was, where its values are not at hand: the line as far as its first value, without a small
    /// word left hanging ("from", "no"); null for a kind without a text or one that begins with a value.
    /// </summary>
    public static string? NameOf(string type, Texts texts)
    {
        var line = texts.Maybe("process." + type);
        if (line is null || line.IndexOf('{', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return line is null || line.StartsWith('{') ? null : line;
        }

        var name = line[..end].TrimEnd(' ', ':', ',', '(', '-', '–');
        var last = name.LastIndexOf(' ');
        return last > 0 && name.Length - last - 1 <= LongestSmallWord ? name[..last] : name;
    }

    private const int LongestSmallWord = 4;

    private static object? InWords(string type, string name, object? value, Texts texts) =>
        value is string code
            ? texts.Maybe($"process.{type}.{name}.{code}") ?? texts.Maybe($"law.{name}.{code}") ?? code
            : value;

    private static IEnumerable<(string Name, object? Value)> Values(string? json)
    {
        if (json is null)
        {
            yield break;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var value in document.RootElement.EnumerateObject())
        {
            yield return (value.Name, Plain(value.Value));
        }
    }

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => Text(value.GetString()!),
            _ => value.GetRawText(),
        };

    private static object Text(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : text.Length > 18
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
        : text;
}

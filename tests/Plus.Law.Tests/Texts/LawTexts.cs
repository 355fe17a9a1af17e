using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plus.Law.Tests.Texts;

internal static partial class LawTexts
{
    public static readonly IReadOnlyDictionary<string, string> Latvian = Read("lv");
    public static readonly IReadOnlyDictionary<string, string> English = Read("en");

    public static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    public static void MustFind(string key, IEnumerable<string> names)
    {
        foreach (var texts in new[] { Latvian, English })
        {
            Assert.True(texts.TryGetValue(key, out var text), $"no text {key}");
            Assert.Empty(Placeholders(text).Except(names, StringComparer.Ordinal));
        }
    }

    private static Dictionary<string, string> Read(string language)
    {
        using var stream = typeof(Verdict).Assembly.GetManifestResourceStream($"Plus.Law/texts.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}

using System.Text.Json;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Language;

/// <summary>The texts as they lie beside their features.</summary>
internal static class TextFiles
{
    /// <summary>File without its language, key, Latvian, English; a language without the text is null.</summary>
    public static IReadOnlyList<TextLine> Read(IEnumerable<SourceFile> files)
    {
        var texts = files
            .Where(f => f.Path.Contains("/texts.", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => JsonSerializer.Deserialize<Dictionary<string, string>>(f.Text)!);
        var lines = new List<TextLine>();
        foreach (var folder in texts.Keys.Select(p => p[..(p.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal))
        {
            var latvian = texts.GetValueOrDefault(folder + "texts.lv.json") ?? [];
            var english = texts.GetValueOrDefault(folder + "texts.en.json") ?? [];
            lines.AddRange(
                latvian
                    .Keys.Union(english.Keys, StringComparer.Ordinal)
                    .Select(k => new TextLine(folder, k, latvian.GetValueOrDefault(k), english.GetValueOrDefault(k)))
            );
        }

        return lines;
    }
}

internal sealed record TextLine(string Folder, string Key, string? Latvian, string? English);

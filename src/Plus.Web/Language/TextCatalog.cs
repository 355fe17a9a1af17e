using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Plus.Web.Language;

/// <summary>
/// Every text of the given assemblies: embedded files <c>&lt;Project&gt;/&lt;folder&gt;/texts.lv.json</c> and
/// <c>texts.en.json</c>, flat objects of key and text. A key standing twice in one language stops the start.
/// </summary>
public sealed class TextCatalog
{
    private readonly Dictionary<string, TextPattern> latvian = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPattern> english = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> reported = new(StringComparer.Ordinal);
    private readonly ILogger<TextCatalog>? log;

    /// <summary>Reads the texts of <paramref name="assemblies"/>.</summary>
    /// <exception cref="InvalidOperationException">A key stands twice, or a text cannot be read.</exception>
    public TextCatalog(IEnumerable<Assembly> assemblies, ILogger<TextCatalog>? log = null)
    {
        this.log = log;
        foreach (var assembly in assemblies.Distinct())
        {
            foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
            {
                if (LanguageOf(name) is { } language)
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    Load(language, name, stream);
                }
            }
        }
    }

    /// <summary>All keys of a language.</summary>
    public IReadOnlyCollection<string> Keys(PageLanguage language) => Of(language).Keys;

    /// <summary>Whether the key is known in the language.</summary>
    public bool Has(PageLanguage language, string key) => Of(language).ContainsKey(key);

    /// <summary>Names of the placeholders of a text, or none when the key is unknown.</summary>
    public IEnumerable<string> Placeholders(PageLanguage language, string key) =>
        Of(language).TryGetValue(key, out var pattern) ? pattern.Names : [];

    /// <summary>The texts in one language, for code outside a request (jobs, letters, exports).</summary>
    public Texts In(PageLanguage language) => new(this, language);

    internal string Fill(PageLanguage language, string key, Func<string, (bool Found, object? Value)> values)
    {
        if (Of(language).TryGetValue(key, out var pattern))
        {
            return pattern.Fill(values);
        }

        if (reported.TryAdd($"{language.Code}:{key}", true))
        {
            log?.LogError("Text {Key} is missing in {Language}", key, language.Code);
        }

        return $"[{key}]";
    }

    private static PageLanguage? LanguageOf(string resource) =>
        resource.EndsWith("/texts.lv.json", StringComparison.Ordinal) ? PageLanguage.Latvian
        : resource.EndsWith("/texts.en.json", StringComparison.Ordinal) ? PageLanguage.English
        : null;

    private Dictionary<string, TextPattern> Of(PageLanguage language) =>
        language == PageLanguage.English ? english : latvian;

    private void Load(PageLanguage language, string file, Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream);
            foreach (var text in json.RootElement.EnumerateObject())
            {
                if (!Of(language).TryAdd(text.Name, TextPattern.Parse(language, text.Value.GetString()!)))
                {
                    throw new InvalidOperationException($"Text key {text.Name} stands twice ({language.Code}).");
                }
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException($"Texts of {file} cannot be read: {e.Message}", e);
        }
    }
}

using System.Collections.Concurrent;
using System.Reflection;

namespace Plus.Web.Language;

/// <summary>
/// The texts of one request in its language: <c>T["key"]</c>, <c>T["key", ("name", value)]</c> or
/// <c>T["key", new { name = value }]</c>. Values are written as the language writes them.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Shapes = new();
    private readonly TextCatalog catalog;

    internal Texts(TextCatalog catalog, PageLanguage language)
    {
        this.catalog = catalog;
        Language = language;
    }

    /// <summary>The language of these texts.</summary>
    public PageLanguage Language { get; }

    /// <summary>The text of a key; the key in brackets when it is missing.</summary>
    public string this[string key] => catalog.Fill(Language, key, _ => (false, null));

    /// <summary>The text with named values.</summary>
    public string this[string key, params (string Name, object? Value)[] values] =>
        catalog.Fill(Language, key, name => Find(values, name));

    /// <summary>The text with values from the properties of an object.</summary>
    public string this[string key, object values] => catalog.Fill(Language, key, name => Find(values, name));

    /// <summary>Whether the key is known.</summary>
    public bool Has(string key) => catalog.Has(Language, key);

    /// <summary>The text when the key is known, else null.</summary>
    public string? Maybe(string key) => Has(key) ? this[key] : null;

    /// <summary>
    /// A message that may be a key, a key with values (<c>key|max=10|min=2</c>, as validation attributes carry them)
    /// or already words.
    /// </summary>
    public string Resolve(string message)
    {
        var parts = message.Split('|');
        return Has(parts[0])
            ? this[parts[0], [.. parts[1..].Select(p => p.Split('=', 2)).Select(p => (p[0], (object?)p[^1]))]]
            : message;
    }

    /// <summary>A value as this language writes it; formats as in <see cref="TextValues.Write"/>.</summary>
    public string Write(object? value, string? format = null) => TextValues.Write(Language, value, format);

    /// <summary>A sum of money in euro with two decimals, half up; without the currency.</summary>
    public string Money(decimal euro) => Write(euro, "money");

    /// <summary>Whole minutes as hours, h:mm.</summary>
    public string Hours(long minutes) => TextValues.Hours(minutes);

    private static (bool Found, object? Value) Find((string Name, object? Value)[] values, string name)
    {
        foreach (var value in values)
        {
            if (value.Name == name)
            {
                return (true, value.Value);
            }
        }

        return (false, null);
    }

    private static (bool Found, object? Value) Find(object values, string name)
    {
        var shape = Shapes.GetOrAdd(
            values.GetType(),
            type => type.GetProperties().ToDictionary(p => p.Name, StringComparer.Ordinal)
        );
        return shape.TryGetValue(name, out var property) ? (true, property.GetValue(values)) : (false, null);
    }
}

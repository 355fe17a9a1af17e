using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plus.Law.Rules;

/// <summary>Reads the rule files carried inside this assembly; there is no other reading in the law.</summary>
internal static class EmbeddedRules
{
    private const string Folder = "Rules/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter<Standing>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IEnumerable<LegalParameter> Read()
    {
        var assembly = typeof(EmbeddedRules).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal))
            {
                continue;
            }
            using var stream = assembly.GetManifestResourceStream(name)!;
            var entries =
                JsonSerializer.Deserialize<Entry[]>(stream, Options)
                ?? throw new InvalidOperationException($"{name} holds no parameters.");
            foreach (var entry in entries)
            {
                yield return entry.ToParameter();
            }
        }
    }

    private sealed record Entry(
        string Code,
        JsonElement Value,
        string Unit,
        DateOnly ValidFrom,
        DateOnly? ValidTo,
        string Act,
        string Article,
        Standing Standing,
        string Source
    )
    {
        public LegalParameter ToParameter() =>
            new(
                Code,
                Value.ValueKind == JsonValueKind.Number ? Value.GetDecimal() : null,
                Value.ValueKind == JsonValueKind.String ? Value.GetString() : null,
                Unit,
                ValidFrom,
                ValidTo,
                Act,
                Article,
                Standing,
                Source
            );
    }
}

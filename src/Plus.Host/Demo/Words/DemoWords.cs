using System.Text.Json;

namespace Plus.Host.Demo.Words;

/// <summary>Names and sentences that the demo is made of.</summary>
internal sealed record DemoWords(
    IReadOnlyList<string> Streets,
    IReadOnlyList<string> Journal,
    IReadOnlyList<string> ContactNotes,
    IReadOnlyList<string> Risks,
    IReadOnlyDictionary<string, string[]> Hosts,
    IReadOnlyList<string> Courts,
    IReadOnlyList<string> Prosecutors,
    IReadOnlyList<string> Prisons,
    IReadOnlyList<string> Police,
    IReadOnlyDictionary<string, string> Obligations,
    IReadOnlyList<string> Specialists,
    IReadOnlyList<string> Checks,
    IReadOnlyList<string> Breaches,
    IReadOnlyList<string> Explanations,
    IReadOnlyList<string> Judgements,
    IReadOnlyDictionary<string, string> Incidents,
    IReadOnlyList<string> IncidentMeasures
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static DemoWords Read() => Read<DemoWords>("texts.json");

    public static DemoNames Names() => Read<DemoNames>("names.json");

    private static T Read<T>(string file)
    {
        using var stream =
            typeof(DemoWords).Assembly.GetManifestResourceStream("Plus.Host/Demo/Words/" + file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}

/// <summary>Latvian given names, and surnames as (men's form, women's form).</summary>
internal sealed record DemoNames(
    IReadOnlyList<string> Male,
    IReadOnlyList<string> Female,
    IReadOnlyList<string[]> Surnames
);

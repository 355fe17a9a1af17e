using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plus.Shared.Statistics.Published;

/// <summary>Figures as the Service printed them in its public yearly reports.</summary>
public static class PublishedFigures
{
    private const string Folder = "Plus.Shared/Statistics/Published/";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<FrozenDictionary<int, OrderedDictionary<string, PublishedFigure>>> ByYear = new(() =>
        Read<Report>("report2023.json") is var report
            ? new Dictionary<int, OrderedDictionary<string, PublishedFigure>>
            {
                [report.Year] = new(report.Figures.Select(f => KeyValuePair.Create(f.Key, f))),
            }.ToFrozenDictionary()
            : throw new InvalidOperationException("The published report cannot be read.")
    );

    private static readonly Lazy<FrozenDictionary<string, Baseline>> AllBaselines = new(() =>
        Read<BaselineFile>("baselines.json").Baselines.ToFrozenDictionary(b => b.Code, StringComparer.Ordinal)
    );

    /// <summary>The latest year whose report is held.</summary>
    public static int LatestYear => ByYear.Value.Keys.Max();

    /// <summary>The printed figures of a year by key, in their order; empty for a year whose report is not held.</summary>
    public static IReadOnlyDictionary<string, PublishedFigure> Of(int year) =>
        ByYear.Value.TryGetValue(year, out var figures) ? figures : FrozenDictionary<string, PublishedFigure>.Empty;

    /// <summary>What was counted before records of this system begin.</summary>
    public static Baseline BaselineOf(string code) => AllBaselines.Value[code];

    private static T Read<T>(string file)
    {
        using var stream =
            typeof(PublishedFigures).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    private sealed record Report(int Year, string Source, PublishedFigure[] Figures);

    private sealed record BaselineFile(Baseline[] Baselines);
}

/// <summary>A printed figure.</summary>
/// <param name="Value">Number or list, as printed.</param>
/// <param name="Round">Printed decimals; null when the value is exact.</param>
/// <param name="Assumed">The report does not write how it is made; the formula is inferred.</param>
public sealed record PublishedFigure(string Key, JsonElement Value, string Unit, int? Round, bool Assumed)
{
    [JsonIgnore]
    public FigureValue AsValue =>
        Value.ValueKind == JsonValueKind.Array
            ? FigureValue.OfList([.. Value.EnumerateArray().Select(v => v.GetString()!)])
            : FigureValue.OfNumber(Value.GetDecimal());
}

/// <summary>A sum or count from before the records begin, both days included.</summary>
public sealed record Baseline(
    string Code,
    decimal Value,
    DateOnly From,
    DateOnly Through,
    bool Unverified,
    string Source
);

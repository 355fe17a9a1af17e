using System.Text.Json;

namespace Plus.Host.Demo.Words;

/// <summary>A need of a demo plan with a goal and a step towards it.</summary>
internal sealed record DemoNeed(string Domain, string Wording, string Goal, string Step)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DemoNeed> Read()
    {
        using var stream =
            typeof(DemoNeed).Assembly.GetManifestResourceStream("Plus.Host/Demo/Words/needs.json")
            ?? throw new InvalidOperationException("needs.json is not in the assembly.");
        return JsonSerializer.Deserialize<List<DemoNeed>>(stream, Options)!;
    }
}

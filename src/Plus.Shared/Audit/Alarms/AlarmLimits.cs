using System.Text.Json;

namespace Plus.Shared.Audit.Alarms;

/// <summary>
/// From where on the rules raise an alarm. Nobody has laid these numbers down: they are the service's own to set, and the
/// page says so.
/// </summary>
internal static class AlarmLimits
{
    /// <summary>PLUS_AUDIT_ALARMS names a file of one's own; else the delivered one.</summary>
    public static string Json { get; } = Read();

    private static string Read()
    {
        if (Environment.GetEnvironmentVariable("PLUS_AUDIT_ALARMS") is { Length: > 0 } own)
        {
            return File.ReadAllText(own);
        }

        using var stream = typeof(AlarmLimits).Assembly.GetManifestResourceStream(
            "Plus.Shared/Audit/Alarms/Delivered/limits.json"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The numbers of a rule, for the sentence that explains it.</summary>
    public static (string, object?)[] Of(string rule)
    {
        using var json = JsonDocument.Parse(Json);
        return json.RootElement.TryGetProperty(rule, out var numbers)
            ?
            [
                .. numbers
                    .EnumerateObject()
                    .Where(n => n.Value.ValueKind == JsonValueKind.Number)
                    .Select(n => (n.Name, (object?)n.Value.GetInt32())),
            ]
            : [];
    }
}

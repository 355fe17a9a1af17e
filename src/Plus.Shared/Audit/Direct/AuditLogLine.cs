using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plus.Shared.Audit.Direct;

/// <summary>One statement as pgAudit logged it, its values taken out.</summary>
internal sealed record AuditLogLine
{
    private const string Mark = "AUDIT: ";

    [JsonPropertyName("session_id")]
    public required string Session { get; init; }

    [JsonPropertyName("line")]
    public required long Line { get; init; }

    [JsonPropertyName("at")]
    public required string At { get; init; }

    [JsonPropertyName("database_role")]
    public required string Role { get; init; }

    [JsonPropertyName("application_name")]
    public required string Application { get; init; }

    [JsonPropertyName("address")]
    public string? Address { get; init; }

    [JsonPropertyName("class")]
    public required string Class { get; init; }

    [JsonPropertyName("command")]
    public required string Command { get; init; }

    [JsonPropertyName("object")]
    public string? Object { get; init; }

    [JsonPropertyName("statement")]
    public required string Statement { get; init; }

    /// <summary>Reads a line of the server's log (<c>jsonlog</c>); null for what is no line of pgAudit.</summary>
    public static AuditLogLine? Read(string line)
    {
        if (!line.Contains(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (
                Text(root, "message") is not { } message
                || !message.StartsWith(Mark, StringComparison.Ordinal)
                || Text(root, "timestamp") is not { } stamp
                || !TryTime(stamp, out var at)
                || Columns(message[Mark.Length..])
                    is not [_, _, _, var what, var command, _, var name, var statement, ..]
            )
            {
                return null;
            }

            return new AuditLogLine
            {
                Session = Text(root, "session_id") ?? "",
                Line = root.TryGetProperty("line_num", out var number) ? number.GetInt64() : 0,
                At = at,
                Role = Text(root, "user") ?? "",
                Application = Text(root, "application_name") ?? "",
                Address = Text(root, "remote_host"),
                Class = what,
                Command = command,
                Object = name.Length == 0 ? null : name,
                Statement = StatementMask.Of(statement),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // 2026-11-28 01:43:50.951 UTC: the server of PLUS writes UTC; any other zone is told as a number.
    private static bool TryTime(string stamp, out string at)
    {
        var read = DateTimeOffset.TryParse(
            stamp.Replace(" UTC", "Z", StringComparison.Ordinal).Replace(" GMT", "Z", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        );
        at = time.ToString("O", CultureInfo.InvariantCulture);
        return read;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The columns of a line of CSV, as pgAudit writes them: quoted where they hold commas, quotes or line breaks.</summary>
    private static List<string> Columns(string csv)
    {
        var columns = new List<string>();
        var column = new System.Text.StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            var here = csv[at];
            if (quoted && here == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
            {
                column.Append('"');
                at++;
            }
            else if (here == '"')
            {
                quoted = !quoted;
            }
            else if (here == ',' && !quoted)
            {
                columns.Add(column.ToString());
                column.Clear();
            }
            else
            {
                column.Append(here);
            }
        }

        columns.Add(column.ToString());
        return columns;
    }
}

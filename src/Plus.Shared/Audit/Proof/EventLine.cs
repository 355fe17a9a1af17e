using System.Globalization;
using System.Text.Json;

namespace Plus.Shared.Audit.Proof;

/// <summary>Reads what proving needs out of an event's line.</summary>
internal static class EventLine
{
    public static DateTimeOffset? At(string line) =>
        Text(line, "at") is { } at
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
            ? read
            : null;

    public static Guid? Id(string line) => Guid.TryParse(Text(line, "id"), out var id) ? id : null;

    private static string? Text(string line, string name)
    {
        // Short names come first in PostgreSQL's order, so that the rest need not be read.
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(line));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    var found = reader.ValueTextEquals(name);
                    reader.Read();
                    if (found)
                    {
                        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                    }

                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}

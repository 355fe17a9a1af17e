using System.Text;
using System.Text.Json;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>Reads one JSON object of plain values; numbers and truths are kept as they are written.</summary>
internal static class JsonRow
{
    private const int MostIgnored = 50;

    /// <returns>Why it is no row; null when it is one.</returns>
    public static IntakeReason? Read(
        ReadOnlySpan<byte> bytes,
        TakeoverTable table,
        string?[] values,
        SortedSet<string> ignored
    )
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return IntakeReason.Of(TakeoverReasons.NotJson);
            }

            var broken = Members(ref reader, table, values, ignored);
            // What follows the object would be lost silently.
            return broken is null && reader.Read() ? IntakeReason.Of(TakeoverReasons.NotJson) : broken;
        }
        catch (JsonException)
        {
            return IntakeReason.Of(TakeoverReasons.NotJson);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return IntakeReason.Of(TakeoverReasons.UnreadableText);
        }
    }

    private static IntakeReason? Members(
        ref Utf8JsonReader reader,
        TakeoverTable table,
        string?[] values,
        SortedSet<string> ignored
    )
    {
        IntakeReason? broken = null;
        var seen = 0UL;
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = PlaceOf(ref reader, table, expected);
            var name = at < 0 ? reader.GetString()! : table.Fields[at].Name;
            reader.Read();
            if (at < 0)
            {
                if (ignored.Count < MostIgnored)
                {
                    ignored.Add(PlainText.Shortened(name, 60));
                }

                reader.Skip();
                continue;
            }

            if ((seen & (1UL << at)) != 0)
            {
                broken ??= IntakeReason.Of(TakeoverReasons.FieldTwice, name);
            }

            (seen, expected) = (seen | (1UL << at), at + 1);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    broken ??= IntakeReason.Of(TakeoverReasons.NotPlain, name);
                    reader.Skip();
                    break;
                case JsonTokenType.Null:
                    values[at] = null;
                    break;
                case JsonTokenType.String:
                    values[at] = reader.GetString();
                    break;
                default:
                    values[at] = Encoding.UTF8.GetString(reader.ValueSpan);
                    break;
            }

            if (values[at]?.Contains('\0', StringComparison.Ordinal) == true)
            {
                values[at] = null;
                broken ??= IntakeReason.Of(TakeoverReasons.UnreadableText, name);
            }
        }

        return broken;
    }

    // Fields mostly stand in the order of the contract.
    private static int PlaceOf(ref Utf8JsonReader reader, TakeoverTable table, int expected)
    {
        if (expected < table.Fields.Count && reader.ValueTextEquals(table.Fields[expected].Name))
        {
            return expected;
        }

        return table.PlaceOf(reader.GetString()!);
    }
}

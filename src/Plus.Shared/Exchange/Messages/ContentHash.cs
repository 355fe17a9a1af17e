using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plus.Shared.Exchange.Messages;

/// <summary>
/// Tells whether two messages say the same: members in any order, any blanks between them, any way of escaping letters
/// and of writing a number give one hash; any other difference gives another.
/// </summary>
public static class ContentHash
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static string Of(JsonElement message)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, message);
        }

        return Of(buffer.WrittenSpan);
    }

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in Sorted(value))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value), skipInputValidation: true);
                break;
            case JsonValueKind.String:
                WriteText(writer, value);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static JsonProperty[] Sorted(JsonElement value)
    {
        var members = value.EnumerateObject().ToArray();
        var names = Array.ConvertAll(members, m => m.Name);
        Array.Sort(names, members, StringComparer.Ordinal);
        return members;
    }

    private static void WriteText(Utf8JsonWriter writer, JsonElement value)
    {
        try
        {
            writer.WriteStringValue(value.GetString());
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate cannot be unescaped: it counts as it is written.
            writer.WriteStringValue("raw:" + value.GetRawText());
        }
    }

    // 1, 1.0 and 1e0 are one number; what fits no decimal counts as it is written.
    private static string Number(JsonElement value)
    {
        var written = value.GetRawText();
        if (written.Length > 25 || !value.TryGetDecimal(out var number))
        {
            return written;
        }

        // A decimal rounds or underflows silently: only what it holds exactly is normalised.
        if (number == 0 && written.AsSpan().IndexOfAnyInRange('1', '9') >= 0)
        {
            return written;
        }

        var text = new StringBuilder(number.ToString(CultureInfo.InvariantCulture));
        if (text.ToString().Contains('.', StringComparison.Ordinal))
        {
            while (text[^1] == '0')
            {
                text.Length--;
            }

            if (text[^1] == '.')
            {
                text.Length--;
            }
        }

        return text is { Length: 2 } && text[0] == '-' && text[1] == '0' ? "0" : text.ToString();
    }
}

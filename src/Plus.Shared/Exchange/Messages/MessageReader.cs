using System.Text.Json;

namespace Plus.Shared.Exchange.Messages;

/// <summary>
/// Reads one line into a message, or says everything that is wrong with it. Pure: knows neither what was received before
/// nor who anybody is.
/// </summary>
public static class MessageReader
{
    private const int Deepest = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = Deepest };

    /// <param name="line">The line without its end; must not be blank.</param>
    public static ReadLine Read(ReadOnlyMemory<byte> line)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (JsonException broken)
        {
            return Broken(line, broken);
        }
        catch (InvalidOperationException)
        {
            // The name of a member is no text.
            return Rejected(ContentHash.Of(line.Span), IntakeReason.Of(IntakeReasons.UnreadableText));
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Rejected(ContentHash.Of(line.Span), IntakeReason.Of(IntakeReasons.NotAnObject));
            }

            var log = new ReadingLog();
            var reading = new MessageReading(new ObjectReader(root, "", log), log);
            var content = reading.Read();
            return new ReadLine(content, log.Reasons, reading.MessageId, reading.Kind, ContentHash.Of(root));
        }
    }

    private static ReadLine Broken(ReadOnlyMemory<byte> line, JsonException broken)
    {
        var hash = ContentHash.Of(line.Span);
        try
        {
            // Read without the ban, it is JSON: then only a repeated member was wrong.
            using var lenient = JsonDocument.Parse(line, Lenient);
            return Rejected(hash, IntakeReason.Of(IntakeReasons.DuplicateMember));
        }
        catch (JsonException)
        {
            var tooDeep = broken.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase);
            return Rejected(
                hash,
                tooDeep
                    ? IntakeReason.Of(IntakeReasons.TooDeep, null, ("deepest", Deepest))
                    : IntakeReason.Of(IntakeReasons.NotJson, null, ("position", broken.BytePositionInLine ?? 0))
            );
        }
    }

    private static ReadLine Rejected(string hash, IntakeReason reason) => new(null, [reason], null, null, hash);
}

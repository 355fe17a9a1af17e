using System.Text;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Lines;

/// <summary>Keeps a line as text, and beside it the bytes when the text does not tell them all.</summary>
public static class RawText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static RawLine Of(SourceLine line)
    {
        var bytes = line.TooLong ? WholeLetters(line.Bytes) : line.Bytes;
        try
        {
            var text = Strict.GetString(bytes);
            if (!text.Contains('\0'))
            {
                return new RawLine(text, line.Hash, null);
            }
        }
        catch (DecoderFallbackException)
        {
            // Falls through: the bytes are kept, the text marks what is none.
        }

        return new RawLine(Encoding.UTF8.GetString(bytes).Replace('\0', '\u2400'), line.Hash, line.Bytes);
    }

    // The beginning of a long line may end within a letter.
    private static byte[] WholeLetters(byte[] bytes)
    {
        var end = bytes.Length;
        while (end > 0 && end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return end > 0 && bytes[end - 1] >= 0xC0 ? bytes[..(end - 1)] : bytes;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plus.Shared.MailRoom.Mail;

/// <summary>Encoded words of headers (RFC 2047), parameters (RFC 2231), bodies (quoted-printable, base64) and their alphabets.</summary>
internal static partial class MailWords
{
    /// <summary>A header as a person reads it.</summary>
    public static string Decoded(string header)
    {
        var joined = Between().Replace(header, "?==?");
        return Encoded()
            .Replace(
                joined,
                m =>
                {
                    var text = m.Groups["text"].Value;
                    var bytes = m.Groups["how"].Value is "B" or "b"
                        ? Base64(text)
                        : QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace('_', ' ')));
                    return AlphabetOf(m.Groups["charset"].Value.Split('*')[0]).GetString(bytes);
                }
            )
            .Trim();
    }

    /// <summary>A parameter of a header; also in pieces and percent-encoded.</summary>
    public static string? Parameter(string header, string name)
    {
        var found = new SortedDictionary<int, (string Text, bool Percent)>();
        foreach (Match m in Parameters().Matches(header))
        {
            if (!string.Equals(m.Groups["name"].Value, name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var place = int.TryParse(
                m.Groups["place"].Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var at
            )
                ? at
                : 0;
            var value = m.Groups["quoted"].Success
                ? m.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                : m.Groups["plain"].Value;
            found.TryAdd(place, (value, m.Groups["percent"].Success));
        }

        if (found.Count == 0)
        {
            return null;
        }

        var alphabet = Encoding.UTF8;
        var all = new StringBuilder();
        foreach (var (place, (text, percent)) in found)
        {
            var rest = text;
            if (percent && place == 0 && text.Split('\'', 3) is [var charset, _, var value])
            {
                (alphabet, rest) = (AlphabetOf(charset), value);
            }

            all.Append(percent ? alphabet.GetString(Percent(rest)) : rest);
        }

        return Decoded(all.ToString());
    }

    /// <summary>Bytes of a body by its transfer encoding; what is not encoded comes as it is.</summary>
    public static byte[] Body(byte[] body, string encoding) =>
        encoding.Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(Encoding.Latin1.GetString(body)),
            "quoted-printable" => QuotedPrintable(body),
            _ => body,
        };

    /// <summary>An alphabet by its name; UTF-8 when nobody knows it.</summary>
    public static Encoding AlphabetOf(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name)
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name.Trim('"'))
                    ?? Encoding.GetEncoding(name.Trim('"'));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static byte[] Base64(string text)
    {
        var clean = new string([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')]);
        clean = clean[..(clean.Length - (clean.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(clean + new string('=', (4 - clean.Length % 4) % 4));
    }

    private static byte[] QuotedPrintable(byte[] text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add(text[i]);
            }
            else if (i + 2 < text.Length && Hex(text[i + 1], text[i + 2]) is { } value)
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                // A line that goes on: the end of it is no text.
                while (i + 1 < text.Length && text[i + 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
                {
                    i++;
                }

                if (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }
            }
        }

        return [.. bytes];
    }

    private static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && Hex((byte)text[i + 1], (byte)text[i + 2]) is { } value)
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    private static byte? Hex(byte high, byte low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low)
            ? Convert.ToByte(new string([(char)high, (char)low]), 16)
            : null;

    [GeneratedRegex(
        @"=\?(?<charset>[^?\s]{1,60})\?(?<how>[BbQq])\?(?<text>[^?]{0,2000})\?=",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        500
    )]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Between();

    [GeneratedRegex(
        """;\s*(?<name>[A-Za-z-]{1,40})(?:\*(?<place>\d{1,2}))?(?<percent>\*)?\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.){0,2000})"|(?<plain>[^\s;"]{0,2000}))""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        500
    )]
    private static partial Regex Parameters();
}

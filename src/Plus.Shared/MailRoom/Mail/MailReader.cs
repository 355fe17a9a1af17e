using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Plus.Shared.MailRoom.Mail;

/// <summary>
/// Reads an e-mail (RFC 5322, MIME): headers, the text, what hangs on it. Depth and number of parts are limited: mails are
/// sent by anybody.
/// </summary>
internal static partial class MailReader
{
    private const int MaxDepth = 10;
    private const int MaxParts = 200;
    private const int MaxHeader = 256 * 1024;

    public static MailMessage Read(byte[] mail)
    {
        try
        {
            return ReadWhole(mail);
        }
        catch (Exception strange) when (strange is FormatException or RegexMatchTimeoutException or ArgumentException)
        {
            throw new MailUnreadableException(strange.GetType().Name);
        }
    }

    private static MailMessage ReadWhole(byte[] mail)
    {
        var (headers, _) = Split(mail);
        if (!headers.ContainsKey("from") && !headers.ContainsKey("received") && !headers.ContainsKey("subject"))
        {
            throw new MailUnreadableException("no headers");
        }

        var found = new Found();
        Take(mail, found, 0);
        return new MailMessage(
            Clean(MailWords.Decoded(headers.GetValueOrDefault("from", ""))),
            Clean(MailWords.Decoded(headers.GetValueOrDefault("subject", ""))),
            SentAt(headers.GetValueOrDefault("date", "")),
            (found.Plain ?? found.Html ?? "").Trim(),
            found.Attachments
        );
    }

    private static void Take(byte[] part, Found found, int depth)
    {
        if (depth > MaxDepth || ++found.Parts > MaxParts)
        {
            throw new MailUnreadableException("too many parts");
        }

        var (headers, body) = Split(part);
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        var kind = type.Split(';')[0].Trim().ToLowerInvariant();
        if (kind.StartsWith("multipart/", StringComparison.Ordinal))
        {
            foreach (var inner in Parts(body, MailWords.Parameter(type, "boundary") ?? ""))
            {
                Take(inner, found, depth + 1);
            }

            return;
        }

        var disposition = headers.GetValueOrDefault("content-disposition", "");
        var content = MailWords.Body(body, headers.GetValueOrDefault("content-transfer-encoding", ""));
        var name = MailWords.Parameter(disposition, "filename") ?? MailWords.Parameter(type, "name");
        var hangs = disposition.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
        if (!hangs && name is null && kind is "text/plain" or "text/html")
        {
            var text = MailWords.AlphabetOf(MailWords.Parameter(type, "charset")).GetString(content);
            found.Add(kind == "text/html", text);
        }
        else
        {
            found.Attachments.Add(new MailAttachment(NameOf(name, kind, found.Attachments.Count + 1), content));
        }
    }

    private static string NameOf(string? name, string kind, int place)
    {
        var last = Clean(name ?? "").Split('/', '\\')[^1].Trim();
        return last.Length > 0 ? last
            : kind == "message/rfc822" ? $"{place}.eml"
            : place.ToString(CultureInfo.InvariantCulture);
    }

    // Nothing that would end a line or turn the direction of writing may pass as a name.
    private static string Clean(string text) =>
        new([.. text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]);

    private static (Dictionary<string, string> Headers, byte[] Body) Split(byte[] part)
    {
        var end = EndOfHeaders(part, out var body);
        if (end > MaxHeader)
        {
            throw new MailUnreadableException("too long headers");
        }

        // Headers may hold UTF-8 as it is.
        var text = Encoding.UTF8.GetString(part, 0, end).Replace("\r\n", "\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(text, " ").Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var at)
            {
                headers.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim());
            }
        }

        return (headers, part[body..]);
    }

    private static int EndOfHeaders(byte[] part, out int body)
    {
        var windows = part.AsSpan().IndexOf("\r\n\r\n"u8);
        var unix = part.AsSpan().IndexOf("\n\n"u8);
        if (windows >= 0 && (unix < 0 || windows < unix))
        {
            body = windows + 4;
            return windows;
        }

        body = unix >= 0 ? unix + 2 : part.Length;
        return unix >= 0 ? unix : part.Length;
    }

    private static List<byte[]> Parts(byte[] body, string boundary)
    {
        if (boundary.Length is 0 or > 200)
        {
            throw new MailUnreadableException("no boundary");
        }

        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var parts = new List<byte[]>();
        var begin = -1;
        for (var at = 0; at < body.Length; )
        {
            var end = Array.IndexOf(body, (byte)'\n', at);
            var next = end < 0 ? body.Length : end + 1;
            var line = body.AsSpan(at, next - at);
            if (line.StartsWith(mark))
            {
                if (begin >= 0)
                {
                    parts.Add(body[begin..Math.Max(begin, at - LineEnd(body, at))]);
                }

                if (line[mark.Length..].StartsWith("--"u8))
                {
                    return parts;
                }

                begin = next;
            }

            at = next;
        }

        if (begin >= 0)
        {
            parts.Add(body[begin..]);
        }

        return parts;
    }

    private static int LineEnd(byte[] body, int at) =>
        at >= 2 && body[at - 2] == '\r' && body[at - 1] == '\n' ? 2
        : at >= 1 && body[at - 1] == '\n' ? 1
        : 0;

    private static DateTimeOffset? SentAt(string text) =>
        DateTimeOffset.TryParse(
            Comment().Replace(text, ""),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Folded();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Unread();

    [GeneratedRegex(@"<(?:br|/p|/div|/tr|/li)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    private sealed class Found
    {
        public int Parts { get; set; }

        public string? Plain { get; private set; }

        public string? Html { get; private set; }

        public List<MailAttachment> Attachments { get; } = [];

        public void Add(bool html, string text)
        {
            if (html)
            {
                var words = Tag().Replace(Break().Replace(Unread().Replace(text, ""), "\n"), "");
                Html ??= WebUtility.HtmlDecode(words);
            }
            else
            {
                Plain ??= text;
            }
        }
    }
}

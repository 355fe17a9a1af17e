using System.Text;
using System.Text.RegularExpressions;
using Plus.Kernel.Results;

namespace Plus.Shared.Files.Checking;

/// <summary>Text is what holds no other characters than those of writing; markup that a browser would run is none.</summary>
internal static partial class TextCheck
{
    public static Outcome<string> Judge(Stream content, ReadOnlySpan<byte> first)
    {
        if (!IsWriting(content))
        {
            return new FileRefused("unknown");
        }

        var start = Encoding.Latin1.GetString(first).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (start.StartsWith('<') || Markup().IsMatch(start))
        {
            // A mail may quote markup; what counts is that it begins as a mail.
            return Headers().IsMatch(start) ? MediaTypes.Eml : new FileRefused("markup");
        }

        return Headers().IsMatch(start) ? MediaTypes.Eml : MediaTypes.Text;
    }

    private static bool IsWriting(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0; )
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // A mail begins with header lines; one of these stands in every mail there is.
    [GeneratedRegex(
        @"\A(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,100}?(?:Received|From|Message-ID|MIME-Version|Return-Path|Delivered-To|Date):[^\r\n]*\r?\n",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Headers();

    [GeneratedRegex(
        @"<\s*(?:html|script|svg|iframe|!doctype)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Markup();
}

using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Files.Text;

/// <summary>The words of a document: DOCX and ODT from their XML, PDF by pdftotext where it is installed, plain text.</summary>
internal static class TextReading
{
    /// <summary>Characters that are kept; more than any letter has.</summary>
    public const int Most = 300_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Types that have words.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        MediaTypes.Docx,
        MediaTypes.Odt,
        MediaTypes.Pdf,
        MediaTypes.Text,
    ];

    /// <summary>The words; null when the type has none or nothing here can read it.</summary>
    public static async Task<string?> ReadAsync(Stream content, string mediaType, CancellationToken ct)
    {
        content.Position = 0;
        var text = mediaType switch
        {
            MediaTypes.Docx => Packed(
                content,
                n => n is "word/document.xml" or "word/footnotes.xml" || IsMargin(n),
                "t"
            ),
            MediaTypes.Odt => Packed(content, n => n == "content.xml", null),
            MediaTypes.Text => await PlainAsync(content, ct),
            MediaTypes.Pdf => await PdfAsync(content, ct),
            _ => null,
        };
        return text is null ? null : Clean(text);
    }

    private static bool IsMargin(string name) =>
        name.StartsWith("word/header", StringComparison.Ordinal)
        || name.StartsWith("word/footer", StringComparison.Ordinal);

    // In DOCX only what stands in w:t is text (instructions of fields are not); in ODT everything that is text.
    private static string Packed(Stream content, Func<string, bool> wanted, string? only)
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries.Where(e => wanted(e.FullName)))
        {
            using var stream = entry.Open();
            using var reader = SafeXml.Reader(stream);
            var within = only is null;
            while (reader.Read() && text.Length < Most)
            {
                if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                {
                    within =
                        only is null
                        || (
                            reader.LocalName == only && reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement
                        );
                    if (reader.LocalName is "p" or "h" or "br" or "tab" or "tc")
                    {
                        text.Append(reader.LocalName == "tab" ? ' ' : '\n');
                    }
                }
                else if (within && reader.NodeType is (XmlNodeType.Text or XmlNodeType.SignificantWhitespace))
                {
                    text.Append(reader.Value);
                }
            }
        }

        return text.ToString();
    }

    private static async Task<string> PlainAsync(Stream content, CancellationToken ct)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var buffer = new char[Most];
        var read = await reader.ReadBlockAsync(buffer, ct);
        return new string(buffer, 0, read);
    }

    private static async Task<string?> PdfAsync(Stream content, CancellationToken ct)
    {
        var start = new ProcessStartInfo("pdftotext")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "-q", "-enc", "UTF-8", "-l", "500", "-", "-" },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        using (process)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Patience);
            try
            {
                var feeding = FeedAsync(process, content, limit.Token);
                var buffer = new char[Most];
                var read = await process.StandardOutput.ReadBlockAsync(buffer, limit.Token);
                process.Kill();
                await feeding;
                return new string(buffer, 0, read);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                process.Kill();
                return "";
            }
        }
    }

    private static async Task FeedAsync(Process process, Stream content, CancellationToken ct)
    {
        try
        {
            await content.CopyToAsync(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It had read enough.
        }
    }

    private static string Clean(string text)
    {
        var kept = text.Length > Most ? text[..Most] : text;
        return kept.Replace("\0", "", StringComparison.Ordinal).Trim();
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Plus.Shared.Documents.Docx;

/// <summary>The words of a DOCX, a paragraph a line: header, body, footer. Of a tracked change, as it would be accepted.</summary>
public static class DocxText
{
    private const int Most = 2_000_000;

    public static string Read(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read);
        var text = new StringBuilder();
        var parts = zip
            .Entries.Where(e =>
                e.FullName.StartsWith("word/", StringComparison.Ordinal)
                && e.FullName.EndsWith(".xml", StringComparison.Ordinal)
                && (Rank(e.FullName) < 3)
            )
            .OrderBy(e => Rank(e.FullName))
            .ThenBy(e => e.FullName, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            Read(part, text);
        }

        return text.ToString().Trim('\n');
    }

    private static int Rank(string name) =>
        name.StartsWith("word/header", StringComparison.Ordinal) ? 0
        : name == "word/document.xml" ? 1
        : name.StartsWith("word/footer", StringComparison.Ordinal) ? 2
        : 3;

    private static void Read(ZipArchiveEntry part, StringBuilder text)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings);
        while (reader.Read() && text.Length < Most)
        {
            if (reader.NamespaceURI != SafeXml.Word)
            {
                continue;
            }

            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "t"):
                    text.Append(Content(reader));
                    break;
                case (XmlNodeType.Element, "tab"):
                    text.Append(' ');
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                case (XmlNodeType.EndElement, "p"):
                    text.Append('\n');
                    break;
            }
        }
    }

    private static string Content(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        reader.Read();
        return reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
            ? reader.Value
            : "";
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Plus.Shared.Files.Checking;

/// <summary>Looks for what a document must not bring: macros, programs in it, a document type in its XML, parts fetched from elsewhere.</summary>
internal static class PackedContent
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static FileRefused? Judge(ZipArchive zip, string mediaType)
    {
        var container = mediaType is MediaTypes.AsicE or MediaTypes.AsicS;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (!container && IsMacro(name))
            {
                return new FileRefused("macros");
            }

            if (!container && IsProgram(name))
            {
                return new FileRefused("embedded");
            }

            // Of a container only what belongs to it; what was signed is judged when it is taken out.
            if (IsXml(name) && (!container || name.StartsWith("META-INF/", StringComparison.OrdinalIgnoreCase)))
            {
                if (Declares(entry))
                {
                    return new FileRefused("dtd");
                }

                if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && FetchesFromOutside(entry))
                {
                    return new FileRefused("outside");
                }
            }
        }

        return null;
    }

    private static bool IsMacro(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static bool IsProgram(string name) =>
        name.Contains("activeX/", StringComparison.OrdinalIgnoreCase)
        || (
            name.Contains("embeddings/", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has a document type. XML that cannot be read throws and is refused as broken.</summary>
    private static bool Declares(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var strict = SafeXml.Reader(stream);
        try
        {
            while (strict.Read()) { }
        }
        catch (XmlException) when (HasDocumentType(entry))
        {
            return true;
        }

        return false;
    }

    private static bool HasDocumentType(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var first = new byte[64 * 1024];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var bytes = first.AsSpan(0, length);
        // In UTF-16 every other byte is empty.
        var text = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        return text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    // A link to follow by hand is the reader's own doing; everything else is fetched when the document is opened.
    private static bool FetchesFromOutside(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = SafeXml.Reader(stream);
        while (reader.Read())
        {
            if (
                reader.NodeType == XmlNodeType.Element
                && reader.LocalName == "Relationship"
                && reader.NamespaceURI == Relationships
                && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type") is { } type
                && !type.EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase)
                && !IsOwnDisk(reader.GetAttribute("Target"))
            )
            {
                return true;
            }
        }

        return false;
    }

    // Word notes the template of its author's own disk in every letter; nobody else's machine follows it.
    private static bool IsOwnDisk(string? target) =>
        target is not null
        && target.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)
        && target.Length > 9
        && target[9] == ':';
}

using System.IO.Compression;
using System.Xml;

namespace Plus.Shared.Documents.Docx;

/// <summary>
/// Looks into a packed file before anything else opens it: how large it becomes, whether it brings macros, calls out of
/// itself, or hides a document type declaration.
/// </summary>
internal static class ZipKind
{
    private const int MostEntries = 2000;
    private const long MostBytes = 200L * 1024 * 1024;
    private const long MostBytesOfAPart = 60L * 1024 * 1024;

    // Parts below this size may be packed as tightly as they like.
    private const long SmallPart = 1024 * 1024;
    private const int MostTimes = 200;

    private static readonly string[] Macros = ["vbaProject", "vbaData", "macrosheets", "activeX", "oleObject"];

    public static FileKind? Of(byte[] bytes, out string why)
    {
        why = "";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            why = Trouble(zip) ?? "";
            if (why.Length > 0)
            {
                return null;
            }

            if (zip.GetEntry("word/document.xml") is not null && zip.GetEntry("[Content_Types].xml") is not null)
            {
                why = DocxTrouble(zip) ?? "";
                return why.Length == 0 ? FileKind.Docx : null;
            }

            if (zip.GetEntry("mimetype") is { Length: < 100 } type)
            {
                using var reader = new StreamReader(type.Open());
                if (reader.ReadToEnd().Trim() == FileKind.Container.MediaType)
                {
                    return FileKind.Container;
                }
            }

            why = "unknown";
            return null;
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or EndOfStreamException)
        {
            why = "damaged";
            return null;
        }
    }

    private static string? Trouble(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            return "bomb";
        }

        long whole = 0;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\'))
            {
                return "paths";
            }

            // What the directory says is a claim: the bytes are counted as they come out.
            var real = CountedLength(entry);
            whole += real;
            var tight = real > SmallPart && real / Math.Max(1, entry.CompressedLength) > MostTimes;
            if (real > MostBytesOfAPart || whole > MostBytes || tight)
            {
                return "bomb";
            }
        }

        return null;
    }

    private static long CountedLength(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[81920];
        long length = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            length += read;
            if (length > MostBytesOfAPart)
            {
                break;
            }
        }

        return length;
    }

    private static string? DocxTrouble(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (Macros.Any(m => name.Contains(m, StringComparison.OrdinalIgnoreCase)))
            {
                return "macro";
            }

            var isRelations = name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            if (!isRelations && !name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            try
            {
                if (XmlTrouble(entry, isRelations) is { } trouble)
                {
                    return trouble;
                }
            }
            catch (XmlException failure) when (failure.Message.Contains("DTD", StringComparison.Ordinal))
            {
                return "doctype";
            }
        }

        return null;
    }

    private static string? XmlTrouble(ZipArchiveEntry entry, bool isRelations)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (
                isRelations
                && reader.LocalName == "Relationship"
                && reader.GetAttribute("TargetMode") == "External"
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true
            )
            {
                return "external";
            }

            var type = reader.GetAttribute("ContentType");
            if (type?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
            {
                return "macro";
            }

            // Fields that fetch or run something when the document is opened.
            if (reader.LocalName == "fldSimple" && IsCalling(reader.GetAttribute("instr", SafeXml.Word)))
            {
                return "external";
            }

            if (reader.LocalName == "instrText" && IsCalling(Peek(reader)))
            {
                return "external";
            }
        }

        return null;
    }

    private static string? Peek(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        reader.Read();
        return reader.Value;
    }

    private static bool IsCalling(string? instruction) =>
        instruction?.TrimStart().Split(' ')[0].ToUpperInvariant()
            is "DDE"
                or "DDEAUTO"
                or "INCLUDETEXT"
                or "INCLUDEPICTURE"
                or "LINK"
                or "MACROBUTTON"
                or "IMPORT"
                or "DATABASE";
}

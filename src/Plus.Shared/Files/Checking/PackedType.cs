using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Plus.Kernel.Results;

namespace Plus.Shared.Files.Checking;

/// <summary>Which kind of document a packed file is, as the standards of each say it.</summary>
internal static class PackedType
{
    private const int MostBytes = 1024 * 1024;

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        [MediaTypes.Odt] = MediaTypes.Odt,
        [MediaTypes.Ods] = MediaTypes.Ods,
        [MediaTypes.AsicE] = MediaTypes.AsicE,
        [MediaTypes.AsicS] = MediaTypes.AsicS,
    };

    private static readonly (string Main, string MediaType)[] Office =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", MediaTypes.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", MediaTypes.Xlsx),
    ];

    public static Outcome<string> Of(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is { } said)
        {
            var name = Encoding.ASCII.GetString(ZipCheck.Read(said, 200)).Trim();
            return Named.TryGetValue(name, out var known) ? known : new FileRefused("archive");
        }

        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            // A container without its mark of type is one by its signature.
            return zip.Entries.Any(e => IsSignature(e.FullName)) ? MediaTypes.AsicE : new FileRefused("archive");
        }

        using var reader = SafeXml.Reader(new MemoryStream(ZipCheck.Read(types, MostBytes)));
        var parts = XDocument
            .Load(reader)
            .Descendants()
            .Select(e => (string?)e.Attribute("ContentType") ?? "")
            .ToList();
        if (parts.Any(p => p.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
        {
            return new FileRefused("macros");
        }

        foreach (var (main, mediaType) in Office)
        {
            if (parts.Contains(main, StringComparer.OrdinalIgnoreCase))
            {
                return mediaType;
            }
        }

        return new FileRefused("archive");
    }

    private static bool IsSignature(string name) =>
        name.StartsWith("META-INF/", StringComparison.OrdinalIgnoreCase)
        && name.Contains("signatures", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}

/// <summary>XML from outside: no document type, nothing fetched, nothing expanded.</summary>
internal static class SafeXml
{
    public static XmlReader Reader(Stream stream) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 0,
                CloseInput = true,
            }
        );
}

using System.Xml;
using System.Xml.Linq;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Signatures.Containers;

/// <summary>The container's list of its files. It is not signed, so it proves nothing; that it differs is worth saying.</summary>
internal static class ManifestFiles
{
    private static readonly XNamespace Space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    public static bool Fit(byte[] content, IEnumerable<AsicPart> files)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SignatureLimits.Xml,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            var listed = XDocument
                .Load(reader)
                .Descendants(Space + "file-entry")
                .Select(e => (string?)e.Attribute(Space + "full-path") ?? "")
                .Where(n => n.Length > 0 && !n.EndsWith('/') && !n.StartsWith("META-INF/", StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal);
            return listed.SetEquals(files.Select(f => f.Name));
        }
        catch (XmlException)
        {
            return false;
        }
    }
}

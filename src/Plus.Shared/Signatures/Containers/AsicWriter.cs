using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Plus.Shared.Signatures.Containers;

/// <summary>Writes a signed container (ETSI EN 319 162-1): its type first and unpacked, files, their list, signatures.</summary>
public static class AsicWriter
{
    private static readonly XNamespace Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    /// <summary>Writes a container.</summary>
    /// <param name="files">What was signed.</param>
    /// <param name="signatures">Files of signatures, each with one or more.</param>
    /// <param name="at">The time that the parts are dated with.</param>
    public static byte[] Write(IReadOnlyList<SignedFile> files, IReadOnlyList<byte[]> signatures, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("mimetype", Encoding.ASCII.GetBytes(AsicContainer.MimeType), CompressionLevel.NoCompression);
            foreach (var file in files)
            {
                Add(file.Name, file.Content, CompressionLevel.Optimal);
            }

            Add("META-INF/manifest.xml", ManifestOf(files), CompressionLevel.Optimal);
            for (var i = 0; i < signatures.Count; i++)
            {
                Add($"META-INF/signatures{i}.xml", signatures[i], CompressionLevel.Optimal);
            }

            void Add(string name, byte[] content, CompressionLevel level)
            {
                var entry = archive.CreateEntry(name, level);
                entry.LastWriteTime = at;
                using var to = entry.Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] ManifestOf(IEnumerable<SignedFile> files)
    {
        var root = new XElement(
            Manifest + "manifest",
            new XAttribute(XNamespace.Xmlns + "manifest", Manifest.NamespaceName),
            new XAttribute(Manifest + "version", "1.2"),
            Entry("/", AsicContainer.MimeType),
            files.Select(f => Entry(f.Name, f.MediaType))
        );
        return Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting)
        );
    }

    private static XElement Entry(string path, string type) =>
        new(
            Manifest + "file-entry",
            new XAttribute(Manifest + "full-path", path),
            new XAttribute(Manifest + "media-type", type)
        );
}

/// <summary>A file that is signed.</summary>
/// <param name="Name">In the container; no folder.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SignedFile(string Name, string MediaType, byte[] Content);

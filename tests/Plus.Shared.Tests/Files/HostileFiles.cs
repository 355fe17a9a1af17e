using System.IO.Compression;
using System.Text;

namespace Plus.Shared.Tests.Files;

/// <summary>Files as they ought to be, and as somebody who means harm would send them; each made here.</summary>
internal static class HostileFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private const string Body =
        """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Iesniegums</w:t></w:r></w:p></w:body></w:document>""";

    public static byte[] Pdf { get; } = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"u8.ToArray();

    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[40]];

    public static byte[] Mail { get; } =
        Encoding.UTF8.GetBytes(
            "Received: from a\r\n\tby b\r\nFrom: a@example.lv\r\nSubject: x\r\n\r\n<html>sveiki</html>"
        );

    public static byte[] Docx(string main = Word, string body = Body, params (string Name, string Text)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{main}"/></Types>"""
            ),
            ("word/document.xml", body),
            .. more,
        ]);

    public static byte[] Marked(string mimetype, params (string Name, string Text)[] more) =>
        Zip([("mimetype", mimetype), .. more]);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var all = new MemoryStream();
        using (var zip = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return all.ToArray();
    }

    public static string External(string type, string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}" TargetMode="External"/></Relationships>""";

    /// <summary>Half a gigabyte of nothing in half a megabyte.</summary>
    public static byte[] Bomb()
    {
        using var all = new MemoryStream();
        using (var zip = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write(
                    Encoding.UTF8.GetBytes(
                        $"""<Types><Override PartName="/word/document.xml" ContentType="{Word}"/></Types>"""
                    )
                );
            }

            using var big = zip.CreateEntry("word/media/image1.png", CompressionLevel.Optimal).Open();
            var nothing = new byte[1024 * 1024];
            for (var i = 0; i < 512; i++)
            {
                big.Write(nothing);
            }
        }

        return all.ToArray();
    }

    /// <summary>An archive that says of an entry that it unpacks to a single byte.</summary>
    public static byte[] LyingSize()
    {
        var bytes = Docx(more: ("word/media/a.txt", new string('a', 5000)));
        // The size stands in the directory at the end, 24 bytes after the mark of the last entry.
        var mark = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(mark + 24), 1);
        return bytes;
    }
}

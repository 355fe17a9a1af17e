using System.ComponentModel.DataAnnotations;
using Plus.Shared.CaseFiles.Redacting;

namespace Plus.Shared.CaseFiles.Export;

/// <summary>What the form asks. Words to be covered are typed one a line, by their ground.</summary>
internal sealed class ExportInput
{
    private const int Most = 100;

    [Required(ErrorMessage = "caseFile.forMissing")]
    public string? Audience { get; set; }

    [StringLength(200)]
    public string? Recipient { get; set; }

    [Required(ErrorMessage = "caseFile.reasonMissing")]
    [StringLength(1000)]
    public string? Reason { get; set; }

    public string[] Parts { get; set; } = [];

    public string[] Files { get; set; } = [];

    [StringLength(4000)]
    public string? OtherPerson { get; set; }

    [StringLength(4000)]
    public string? Victim { get; set; }

    [StringLength(4000)]
    public string? Informant { get; set; }

    [StringLength(4000)]
    public string? Other { get; set; }

    public Redaction Redaction() =>
        new([
            .. new[]
            {
                (Ground: "otherPerson", Text: OtherPerson),
                (Ground: "victim", Text: Victim),
                (Ground: "informant", Text: Informant),
                (Ground: "other", Text: Other),
            }
                .SelectMany(g => Lines(g.Text).Select(w => new CoveredWords(w, g.Ground)))
                .DistinctBy(c => c.Words, StringComparer.OrdinalIgnoreCase)
                .Take(Most),
        ]);

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

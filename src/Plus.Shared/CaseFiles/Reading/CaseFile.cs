using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.CaseFiles.Reading;

/// <summary>Everything of one client's case, in parts.</summary>
/// <param name="ArchivedAt">When its records went into the archive; null while they are at hand.</param>
public sealed record CaseFile(ClientId Client, IReadOnlyList<CaseFilePart> Parts, DateTimeOffset? ArchivedAt)
{
    public IEnumerable<CaseFileRow> Files => Parts.SelectMany(p => p.Rows).Where(r => r.File is not null);
}

/// <summary>One part of the case.</summary>
/// <param name="Code">Its heading stands in the texts under <c>caseFile.part.CODE</c>.</param>
public sealed record CaseFilePart(string Code, IReadOnlyList<CaseFileRow> Rows);

/// <summary>One thing in the case.</summary>
/// <param name="Name">A code: of what kind it is.</param>
/// <param name="Note">A second code: its state, its direction.</param>
/// <param name="Value">Words of the record: a number, a title, a wording.</param>
/// <param name="Text">What somebody wrote: a note, a finding.</param>
/// <param name="File">The file that belongs to it.</param>
public sealed record CaseFileRow(
    DateOnly? Day,
    DateOnly? Until,
    string? Name,
    string? Note,
    string? Value,
    string? Text,
    Guid? File
)
{
    /// <summary>What the function of a section knows; the row says nothing else then.</summary>
    public SectionFact? Fact { get; init; }
}

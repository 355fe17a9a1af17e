using Plus.Kernel.Audit;
using Plus.Shared.CaseFiles.Reading;
using Plus.Shared.CaseFiles.Redacting;

namespace Plus.Shared.CaseFiles.Export;

/// <summary>What is to be handed out, to whom and why.</summary>
/// <param name="File">The parts that were chosen.</param>
/// <param name="CaseNumber">Stands on every sheet.</param>
/// <param name="Audience">Code: subject, court, institution, own.</param>
/// <param name="Recipient">Name of the court or institution; null for the others.</param>
/// <param name="Files">Files that go along; the others are named as left out.</param>
internal sealed record CaseFileOrder(
    CaseFile File,
    string CaseNumber,
    string Audience,
    string? Recipient,
    string Reason,
    Redaction Redaction,
    IReadOnlySet<Guid> Files
)
{
    public static readonly ProcessType HandedOut = new("caseFile.handedOut") { Kind = EventKind.Disclose };

    /// <summary>The kinds of readers.</summary>
    public static IReadOnlyList<string> Audiences { get; } = ["subject", "court", "institution", "own"];

    /// <summary>Why words are covered.</summary>
    public static IReadOnlyList<string> Grounds { get; } = ["otherPerson", "victim", "informant", "other"];
}

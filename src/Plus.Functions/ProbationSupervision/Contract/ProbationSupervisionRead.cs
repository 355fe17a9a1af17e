using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationSupervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.ProbationSupervision.Contract;

/// <summary>What siblings may know of probation supervision.</summary>
public sealed record ProbationSupervisionRead(SectionId Section, string PenaltyRole, int Months, DateOnly? ReleasedOn)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, ProbationSupervisionRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<ProbationSupervisionSentence>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new ProbationSupervisionRead(f.SectionId, f.PenaltyRole, f.Months, f.ReleasedOn),
                ct
            );
}

using Microsoft.EntityFrameworkCore;
using Plus.Functions.EducationalCommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.EducationalCommunityWork.Contract;

/// <summary>What siblings may know of community work as an educational measure.</summary>
public sealed record EducationalWorkRead(SectionId Section, string Ground, int ImposedMinutes)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, EducationalWorkRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<EducationalWorkMeasure>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new EducationalWorkRead(f.SectionId, f.Ground, f.ImposedMinutes),
                ct
            );
}

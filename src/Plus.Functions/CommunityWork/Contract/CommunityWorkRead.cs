using Microsoft.EntityFrameworkCore;
using Plus.Functions.CommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.CommunityWork.Contract;

/// <summary>What siblings may know of community work: what was imposed and whether imprisonment comes first.</summary>
public sealed record CommunityWorkRead(
    SectionId Section,
    string PenaltyRole,
    int ImposedMinutes,
    bool WithImprisonment,
    DateOnly? ReleasedOn
)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, CommunityWorkRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<CommunityWorkSentence>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new CommunityWorkRead(
                    f.SectionId,
                    f.PenaltyRole,
                    f.ImposedMinutes,
                    f.WithImprisonment,
                    f.ReleasedOn
                ),
                ct
            );
}

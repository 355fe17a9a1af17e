using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.Supervision.Contract;

/// <summary>What siblings may know of a suspended sentence or parole.</summary>
public sealed record SupervisionRead(
    SectionId Section,
    string Category,
    DateOnly? ReleasedOn,
    DateOnly? ParoleUntil,
    bool? VictimIdentified
)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, SupervisionRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<SupervisionSentence>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new SupervisionRead(f.SectionId, f.Category, f.ReleasedOn, f.ParoleUntil, f.VictimIdentified),
                ct
            );
}

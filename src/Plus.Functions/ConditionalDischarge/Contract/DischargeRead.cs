using Microsoft.EntityFrameworkCore;
using Plus.Functions.ConditionalDischarge.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.ConditionalDischarge.Contract;

/// <summary>What siblings may know of a conditional release from criminal liability.</summary>
public sealed record DischargeRead(SectionId Section, int TestMonths)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, DischargeRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<Discharge>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(f => f.SectionId, f => new DischargeRead(f.SectionId, f.TestMonths), ct);
}

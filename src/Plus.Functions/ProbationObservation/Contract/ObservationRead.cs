using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.ProbationObservation.Contract;

/// <summary>What siblings may know of the probation observation of a child.</summary>
public sealed record ObservationRead(SectionId Section, int Months)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, ObservationRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<ObservationMeasure>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(f => f.SectionId, f => new ObservationRead(f.SectionId, f.Months), ct);
}

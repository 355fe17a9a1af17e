using Microsoft.EntityFrameworkCore;
using Plus.Functions.Mediation.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.Mediation.Contract;

/// <summary>What siblings may know of a mediation process.</summary>
public sealed record MediationRead(SectionId Section, string Source, string Stage, DateOnly? AgreementOn)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, MediationRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<MediationProcess>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new MediationRead(f.SectionId, f.Source, f.Stage, f.AgreementOn),
                ct
            );
}

using Microsoft.EntityFrameworkCore;
using Plus.Functions.Programmes.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Functions.Programmes.Contract;

/// <summary>What siblings may know of taking part in a programme.</summary>
public sealed record ParticipationRead(
    SectionId Section,
    string ProgrammeCode,
    bool Online,
    DateOnly? StartedOn,
    DateOnly? EndedOn
)
{
    /// <summary>Reads them for sections; one statement. Scope and the view log are the caller's.</summary>
    public static Task<Dictionary<SectionId, ParticipationRead>> ReadAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    ) =>
        db.Set<ProgrammeParticipation>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .ToDictionaryAsync(
                f => f.SectionId,
                f => new ParticipationRead(f.SectionId, f.ProgrammeCode, f.Online, f.StartedOn, f.EndedOn),
                ct
            );
}

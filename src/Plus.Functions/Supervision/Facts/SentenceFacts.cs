using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Opening;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Facts;

/// <summary>What the function's own facts say of sections: for showing, and for counting their terms.</summary>
internal static class SentenceFacts
{
    public static async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<SupervisionSentence>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .Join(
                db.Set<Section>(),
                f => f.SectionId,
                s => s.Id,
                (f, s) =>
                    new
                    {
                        Facts = f,
                        s.TermStartsOn,
                        s.TermEndsOn,
                    }
            )
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.Facts.SectionId,
            r => TermProgress.Of(r.TermStartsOn, r.TermEndsOn, today, Requirement(r.Facts))
        );
    }

    /// <summary>Parole is until a named day from the release; a suspended sentence so many months from the day in force.</summary>
    public static async Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    )
    {
        var facts = await db.Set<SupervisionSentence>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.SectionId == section, ct);
        return facts is null ? null
            : facts.Category == MeasureCode.Parole ? new TermBasis(facts.ReleasedOn, null, facts.ParoleUntil)
            : new TermBasis(inForceOn, facts.TestMonths, null);
    }

    public static async Task<IReadOnlyList<SectionFact>> ReadAsync(PlusDb db, SectionId section, CancellationToken ct)
    {
        var facts = await db.Set<SupervisionSentence>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        return
        [
            new("supervision.fact.category", facts.Category, "supervision.category."),
            new("supervision.fact.imprisonmentMonths", facts.ImprisonmentMonths),
            new("supervision.fact.testMonths", facts.TestMonths),
            new("supervision.fact.paroleUntil", facts.ParoleUntil),
            new("supervision.fact.releasedOn", facts.ReleasedOn),
            new("supervision.fact.victimIdentified", facts.VictimIdentified),
            .. await MonitoringOrder.FactsAsync(db, section, ct),
        ];
    }

    private static RequirementLine Requirement(SupervisionSentence facts) =>
        facts.Category == MeasureCode.Parole
            ? TermProgress.Line("supervision.requirement.parole", ("until", facts.ParoleUntil))
            : TermProgress.Line("supervision.requirement.suspendedSentence", ("months", facts.TestMonths));
}

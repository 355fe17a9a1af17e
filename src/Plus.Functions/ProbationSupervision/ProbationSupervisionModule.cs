using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationSupervision.Figures;
using Plus.Functions.ProbationSupervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ProbationSupervision;

/// <summary>Function 8: probation supervision.</summary>
public sealed class ProbationSupervisionModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.ProbationSupervision;

    public FigureContribution Figures => ProbationSupervisionFigures.Contribution;

    public override IEnumerable<string> KeptAtHand => ["probation_supervision.sentence"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ProbationSupervisionSentenceTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new ProbationSupervisionSentence(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct)
    {
        var facts = (await db.FindAsync<ProbationSupervisionSentence>([section.Id], ct))!;
        facts.VictimIdentified = taken.VictimIdentified;
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(
            await db.Set<ProbationSupervisionSentence>().SingleAsync(f => f.SectionId == opening.Section.Id, ct),
            opening
        );

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ProbationSupervisionSentence>()
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
            r =>
                TermProgress.Of(
                    r.TermStartsOn,
                    r.TermEndsOn,
                    today,
                    TermProgress.Line(
                        "probationSupervision.requirement." + r.Facts.PenaltyRole,
                        ("months", r.Facts.Months)
                    )
                )
        );
    }

    private static void Fill(ProbationSupervisionSentence facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.PenaltyRole = terms.Role ?? "main";
        facts.Months = terms.Months ?? 0;
        facts.ReleasedOn = terms.ReleasedOn;
        // The main penalty runs from the day in force, the additional one from the release.
        var startsOn = facts.PenaltyRole == "main" ? opening.InForceOn : facts.ReleasedOn;
        TermProgress.SetMonths(opening, startsOn, facts.Months);
    }

    public override async Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    )
    {
        var ids = sections.Select(s => s.Section).ToHashSet();
        await db.Set<ProbationSupervisionSentence>().OfSections(ids, f => f.SectionId).LoadAsync(ct);
        var own = db.Set<ProbationSupervisionSentence>()
            .Local.Where(f => ids.Contains(f.SectionId))
            .ToDictionary(f => f.SectionId);
        return
        [
            .. sections.Select(s =>
                s with
                {
                    Facts = s.Facts with
                    {
                        ReleasedOn = own[s.Section].ReleasedOn,
                        WithImprisonment = own[s.Section].PenaltyRole == "additional",
                    },
                }
            ),
        ];
    }

    public override async Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) =>
        await db.Set<ProbationSupervisionSentence>()
            .Where(f => f.SectionId == section)
            .Select(f => new TermBasis(f.PenaltyRole == "main" ? inForceOn : f.ReleasedOn, f.Months, null))
            .SingleOrDefaultAsync(ct);

    public override string FactsHref(SectionId section) => $"/functions/probation_supervision/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<ProbationSupervisionSentence>()
            .AsNoTracking()
            .SingleAsync(f => f.SectionId == section, ct);
        return
        [
            new("probationSupervision.fact.role", facts.PenaltyRole, "probationSupervision.role."),
            new("probationSupervision.fact.months", facts.Months),
            new("probationSupervision.fact.releasedOn", facts.ReleasedOn),
            new("probationSupervision.fact.victimIdentified", facts.VictimIdentified),
        ];
    }
}

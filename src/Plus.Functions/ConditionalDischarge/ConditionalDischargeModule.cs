using Microsoft.EntityFrameworkCore;
using Plus.Functions.ConditionalDischarge.Figures;
using Plus.Functions.ConditionalDischarge.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ConditionalDischarge;

/// <summary>Function 5: supervision of the conditionally released from criminal liability.</summary>
public sealed class ConditionalDischargeModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.ConditionalDischarge;

    public FigureContribution Figures => ConditionalDischargeFigures.Contribution;

    public override IEnumerable<string> KeptAtHand => ["conditional_discharge.discharge"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DischargeTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new Discharge(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<Discharge>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<Discharge>()
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
                    TermProgress.Line("conditionalDischarge.requirement.test", ("months", r.Facts.TestMonths))
                )
        );
    }

    private static void Fill(Discharge facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.TestMonths = terms.Months ?? 0;
        TermProgress.SetMonths(opening, opening.InForceOn, facts.TestMonths);
    }

    public override async Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) =>
        await db.Set<Discharge>()
            .Where(f => f.SectionId == section)
            .Select(f => new TermBasis(inForceOn, f.TestMonths, null))
            .SingleOrDefaultAsync(ct);

    public override string FactsHref(SectionId section) => $"/functions/conditional_discharge/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<Discharge>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        List<SectionFact> lines = [new("conditionalDischarge.fact.testMonths", facts.TestMonths)];
        return lines;
    }
}

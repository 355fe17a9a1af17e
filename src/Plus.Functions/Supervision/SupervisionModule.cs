using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Figures;
using Plus.Functions.Supervision.Opening;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Supervision;

/// <summary>Function 6: supervision of suspended sentences and parole.</summary>
public sealed class SupervisionModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.Supervision;

    public FigureContribution Figures => SupervisionFigures.Contribution;

    public override IEnumerable<string> KeptAtHand => ["supervision.*"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new SupervisionSentenceTable());
        model.ApplyConfiguration(new ElectronicMonitoringTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new SupervisionSentence(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
        if (opening.Terms.MonitoringMonths is { } months)
        {
            db.Add(new ElectronicMonitoring(opening.Section.Id, months));
        }
    }

    public override Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct) =>
        MonitoringOrder.TakeOverAsync(db, section.Id, taken, ct);

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct)
    {
        Fill(await db.Set<SupervisionSentence>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);
        await MonitoringOrder.CorrectAsync(db, opening.Section.Id, opening.Terms.MonitoringMonths, ct);
    }

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
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

    private static void Fill(SupervisionSentence facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.Category = terms.Measure;
        facts.ImprisonmentMonths = terms.ImprisonmentMonths;
        facts.TestMonths = terms.TestPeriodMonths;
        facts.ParoleUntil = terms.Until;
        facts.ReleasedOn = terms.ReleasedOn;
        if (facts.Category == MeasureCode.Parole)
        {
            // Until the release is known the term waits; it is never guessed.
            TermProgress.SetUntil(opening, facts.ReleasedOn, facts.ParoleUntil);
        }
        else
        {
            TermProgress.SetMonths(opening, opening.InForceOn, facts.TestMonths ?? 0);
        }
    }

    public override async Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    )
    {
        var ids = sections.Select(s => s.Section).ToHashSet();
        await db.Set<SupervisionSentence>().OfSections(ids, f => f.SectionId).LoadAsync(ct);
        var own = db.Set<SupervisionSentence>()
            .Local.Where(f => ids.Contains(f.SectionId))
            .ToDictionary(f => f.SectionId);
        return [.. sections.Select(s => s with { Facts = s.Facts with { ReleasedOn = own[s.Section].ReleasedOn } })];
    }

    private static RequirementLine Requirement(SupervisionSentence facts) =>
        facts.Category == MeasureCode.Parole
            ? TermProgress.Line("supervision.requirement.parole", ("until", facts.ParoleUntil))
            : TermProgress.Line("supervision.requirement.suspendedSentence", ("months", facts.TestMonths));

    public override async Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) =>
        await db.Set<SupervisionSentence>()
            .Where(f => f.SectionId == section)
            .Select(f => new TermBasis(
                f.Category == MeasureCode.Parole ? f.ReleasedOn : inForceOn,
                f.Category == MeasureCode.Parole ? null : f.TestMonths,
                f.Category == MeasureCode.Parole ? f.ParoleUntil : null
            ))
            .SingleOrDefaultAsync(ct);

    public override string FactsHref(SectionId section) => $"/functions/supervision/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
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
}

using Microsoft.EntityFrameworkCore;
using Plus.Functions.Mediation.Figures;
using Plus.Functions.Mediation.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Mediation;

/// <summary>Function 7: victim-offender mediation.</summary>
public sealed class MediationModule : FunctionDoor, IFigureDoor, ITemplateDoor
{
    public string TemplateFolder => "Plus.Functions/Mediation/Delivered/";

    public override ProbationFunction Function => ProbationFunction.Mediation;

    public FigureContribution Figures => MediationFigures.Contribution;

    public override IEnumerable<ErasureRule> Erasures => [new("mediation.victim") { Delete = true }];

    public override IEnumerable<RetentionClass> RetentionClasses => [MediationRetention.OfVictims];

    public override IEnumerable<string> KeptAtHand => ["mediation.*"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new MediationProcessTable());
        model.ApplyConfiguration(new MediationVictimTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new MediationProcess(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
        if (opening.Terms.Victim is { } victim)
        {
            db.Add(new MediationVictim(opening.Section.Id, victim));
        }
    }

    public override async Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct)
    {
        var facts = (await db.FindAsync<MediationProcess>([section.Id], ct))!;
        (facts.MediatorKind, facts.AgreementOn) = (taken.Mediator, taken.AgreementOn);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct)
    {
        Fill(await db.Set<MediationProcess>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);
        var known = await db.Set<MediationVictim>().SingleOrDefaultAsync(v => v.SectionId == opening.Section.Id, ct);
        if (opening.Terms.Victim is not { } victim)
        {
            return;
        }

        if (known is null)
        {
            db.Add(new MediationVictim(opening.Section.Id, victim));
        }
        else
        {
            known.Describe(victim);
        }
    }

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<MediationProcess>()
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
            r => new SectionProgress([TermProgress.Line("mediation.requirement." + r.Facts.Source)], null, null, false)
        );
    }

    private static void Fill(MediationProcess facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.Source =
            terms.SenderKind is "person" ? "application"
            : terms.SenderKind is "court" ? "proposal"
            : "request";
        facts.SourceParty =
            terms.SenderKind is "person" ? "offender"
            : terms.SenderKind is "court" ? "judge"
            : "processDirector";
        facts.Stage = terms.SenderKind is "court" ? "trial" : "pretrial";
        var age = PersonAge.AgeOn(opening.BirthDate, opening.Section.OpenedOn);
        facts.ParticipantBand =
            age < 18 ? "child"
            : age <= 25 ? "youth"
            : "adult";
    }

    public override string FactsHref(SectionId section) => $"/functions/mediation/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<MediationProcess>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        return
        [
            new("mediation.fact.source", facts.Source, "mediation.source."),
            new("mediation.fact.sourceParty", facts.SourceParty, "mediation.sourceParty."),
            new("mediation.fact.stage", facts.Stage, "mediation.stage."),
            new("mediation.fact.mediator", facts.MediatorKind, "mediation.mediator."),
            new("mediation.fact.band", facts.ParticipantBand, "mediation.band."),
            new("mediation.fact.agreementOn", facts.AgreementOn),
        ];
    }

    public override async Task ClosingAsync(
        PlusDb db,
        Section section,
        string outcome,
        DateOnly day,
        CancellationToken ct
    )
    {
        if (outcome == "settlement_reached")
        {
            (await db.Set<MediationProcess>().SingleAsync(f => f.SectionId == section.Id, ct)).AgreementOn ??= day;
        }
    }
}

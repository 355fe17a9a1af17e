using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Functions.ProbationObservation.Child;
using Plus.Functions.ProbationObservation.Figures;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.ProbationObservation;

/// <summary>Function 9: probation observation of children.</summary>
public sealed class ProbationObservationModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.ProbationObservation;

    public FigureContribution Figures => ProbationObservationFigures.Contribution;

    public override IEnumerable<string> KeptAtHand => ["probation_observation.measure"];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            ChildHandler.DutySet,
            ChildHandler.DutyEnded,
            ChildHandler.SchoolTold,
            ChildHandler.Reported,
            ChildHandler.ReportExpected,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ChildReader>();
        services.AddScoped<ChildHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new RepresentativeDutyTable());
        model.ApplyConfiguration(new ChildSchoolTable());
        model.ApplyConfiguration(new CourtReportTable());
        model.ApplyConfiguration(new ObservationMeasureTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new ObservationMeasure(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<ObservationMeasure>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ObservationMeasure>()
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
                    TermProgress.Line("probationObservation.requirement.term", ("months", r.Facts.Months))
                )
        );
    }

    public override async Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    )
    {
        var ids = sections.Select(s => s.Section).ToHashSet();
        await db.Set<ObservationMeasure>().OfSections(ids, f => f.SectionId).LoadAsync(ct);
        await db.Set<RepresentativeDuty>()
            .OfSections(ids, d => d.SectionId)
            .Where(d => d.State == RepresentativeDuty.Open && d.DueOn != null)
            .LoadAsync(ct);
        // What the process is about to write counts as well as what is stored.
        var duties = db.Set<RepresentativeDuty>()
            .Local.Where(d => d.State == RepresentativeDuty.Open && d.DueOn is not null)
            .ToLookup(d => d.SectionId, d => new OpenDuty(d.Id.ToString(), d.DueOn!.Value));
        var measures = db.Set<ObservationMeasure>().Local.ToDictionary(m => m.SectionId);
        return
        [
            .. sections.Select(s =>
                s with
                {
                    Facts = s.Facts with
                    {
                        Duties = [.. duties[s.Section]],
                        CourtReportBy = measures.GetValueOrDefault(s.Section)?.ReportBy,
                    },
                }
            ),
        ];
    }

    private static void Fill(ObservationMeasure facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.Months = terms.Months ?? 0;
        TermProgress.SetMonths(opening, opening.InForceOn, facts.Months);
    }

    public override async Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) =>
        await db.Set<ObservationMeasure>()
            .Where(f => f.SectionId == section)
            .Select(f => new TermBasis(inForceOn, f.Months, null))
            .SingleOrDefaultAsync(ct);

    public override string FactsHref(SectionId section) => $"/functions/probation_observation/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<ObservationMeasure>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        var duties = await db.Set<RepresentativeDuty>()
            .CountAsync(d => d.SectionId == section && d.State == RepresentativeDuty.Open, ct);
        return
        [
            new("probationObservation.fact.months", facts.Months),
            new("probationObservation.fact.duties", duties)
            {
                Href = $"/functions/probation_observation/{section}/child",
            },
        ];
    }
}

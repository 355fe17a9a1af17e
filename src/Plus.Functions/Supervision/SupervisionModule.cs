using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Functions.Supervision.Facts;
using Plus.Functions.Supervision.Figures;
using Plus.Functions.Supervision.Monitoring;
using Plus.Functions.Supervision.Opening;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.CaseFiles.Contract;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.Supervision;

/// <summary>Function 6: supervision of suspended sentences and parole.</summary>
public sealed class SupervisionModule : FunctionDoor, IFigureDoor, ICaseFileDoor, ITemplateDoor
{
    public string TemplateFolder => "Plus.Functions/Supervision/Delivered/";

    public override ProbationFunction Function => ProbationFunction.Supervision;

    public FigureContribution Figures => SupervisionFigures.Contribution;

    public IEnumerable<CaseFileSource> CaseFileSources => MonitoringCaseFile.Sources;

    public override IEnumerable<string> KeptAtHand => ["supervision.*"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new SupervisionSentenceTable());
        model.ApplyConfiguration(new ElectronicMonitoringTable());
        MonitoringDoor.Model(model);
    }

    public override IEnumerable<Permission> Permissions => MonitoringPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => MonitoringDoor.ProcessTypes;

    public override void Services(IServiceCollection services) => MonitoringDoor.Services(services);

    public override void Endpoints(IEndpointRouteBuilder endpoints) => MonitoringDoor.Endpoints(endpoints);

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

    public override Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    ) => SentenceFacts.ProgressAsync(db, sections, today, ct);

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
        return
        [
            .. sections.Select(s =>
                s with
                {
                    Facts = s.Facts with
                    {
                        ReleasedOn = own[s.Section].ReleasedOn,
                        EmploymentFrom = own[s.Section].EmploymentSeen ? null : own[s.Section].EmploymentFrom,
                    },
                }
            ),
        ];
    }

    public override Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) => SentenceFacts.TermBasisAsync(db, section, inForceOn, ct);

    public override string FactsHref(SectionId section) => $"/functions/supervision/{section}/facts";

    public override Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    ) => SentenceFacts.ReadAsync(db, section, ct);
}

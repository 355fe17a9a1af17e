using Microsoft.EntityFrameworkCore;
using Plus.Functions.AssessmentReports.Figures;
using Plus.Functions.AssessmentReports.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Functions.AssessmentReports;

/// <summary>Function 1: assessment reports.</summary>
public sealed class AssessmentReportsModule : FunctionDoor, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.AssessmentReports;

    public FigureContribution Figures => AssessmentReportsFigures.Contribution;

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ReportRequestTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new ReportRequest(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<ReportRequest>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ReportRequest>()
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
            r => new SectionProgress(
                [
                    TermProgress.Line(
                        "assessmentReports.requirement." + r.Facts.Purpose,
                        ("respondBy", r.Facts.RespondBy)
                    ),
                ],
                null,
                null,
                false
            )
        );
    }

    private static void Fill(ReportRequest facts, OpeningSection opening)
    {
        var terms = opening.Terms;
        facts.RequesterKind = terms.SenderKind ?? "";
        facts.RequesterName = terms.SenderName;
        facts.Purpose = terms.Purpose ?? "";
        facts.ReceivedOn = opening.Section.OpenedOn;
        facts.RespondBy = terms.RespondBy;
        facts.MinorAccused =
            PersonAge.AgeOn(opening.BirthDate, opening.Section.OpenedOn) < 18 && facts.RequesterKind != "prison";
        facts.SexualOffenceAccused = opening.Section.SexualOffence && facts.RequesterKind != "prison";
    }

    public override async Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    )
    {
        var ids = sections.Select(s => s.Section).ToHashSet();
        await db.Set<ReportRequest>().Where(f => ids.Contains(f.SectionId)).LoadAsync(ct);
        var own = db.Set<ReportRequest>().Local.Where(f => ids.Contains(f.SectionId)).ToDictionary(f => f.SectionId);
        return
        [
            .. sections.Select(s =>
                s with
                {
                    Facts = s.Facts with
                    {
                        ReportRespondBy = own[s.Section].RespondBy,
                        ReportSentOn = own[s.Section].SentOn,
                    },
                }
            ),
        ];
    }
}

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

    public override IEnumerable<string> KeptAtHand => ["assessment_reports.report_request"];

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new ReportRequestTable());

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new ReportRequest(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct) =>
        (await db.FindAsync<ReportRequest>([section.Id], ct))!.TakeOver(taken.SentOn, taken.Supported);

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
        await db.Set<ReportRequest>().OfSections(ids, f => f.SectionId).LoadAsync(ct);
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

    public override string FactsHref(SectionId section) => $"/functions/assessment_reports/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<ReportRequest>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        return
        [
            new("assessmentReports.fact.requesterKind", facts.RequesterKind, "assessmentReports.requesterKind."),
            new("assessmentReports.fact.requesterName", facts.RequesterName),
            new("assessmentReports.fact.purpose", facts.Purpose, "assessmentReports.purpose."),
            new("assessmentReports.fact.respondBy", facts.RespondBy),
            new("assessmentReports.fact.sexualOffence", facts.SexualOffenceAccused),
            new("assessmentReports.fact.minor", facts.MinorAccused),
            new("assessmentReports.fact.supported", facts.Supported),
            new("assessmentReports.fact.sentOn", facts.SentOn),
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
        if (outcome == "report_sent")
        {
            var facts = await db.Set<ReportRequest>().SingleAsync(f => f.SectionId == section.Id, ct);
            facts.SentOn ??= day;
        }
    }
}

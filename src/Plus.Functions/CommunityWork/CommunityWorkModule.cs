using Microsoft.EntityFrameworkCore;
using Plus.Functions.CommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;

namespace Plus.Functions.CommunityWork;

/// <summary>Function 3: community work as a criminal penalty.</summary>
public sealed class CommunityWorkModule : FunctionDoor
{
    public override ProbationFunction Function => ProbationFunction.CommunityWork;

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new CommunityWorkSentenceTable());
        model.ApplyConfiguration(new HoursEntryTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new CommunityWorkSentence(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<CommunityWorkSentence>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<CommunityWorkSentence>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .Select(f => new
            {
                f.SectionId,
                f.ImposedMinutes,
                Credited = db.Set<HoursEntry>()
                    .Where(e => e.SectionId == f.SectionId && e.WithdrawnAt == null)
                    .Sum(e => (int?)e.CreditedMinutes)
                    ?? 0,
            })
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.SectionId,
            r => new SectionProgress(
                [TermProgress.Line("communityWork.requirement.hours", ("hours", r.ImposedMinutes / 60))],
                r.Credited,
                r.ImposedMinutes,
                true
            )
        );
    }

    private static void Fill(CommunityWorkSentence facts, OpeningSection opening)
    {
        facts.PenaltyRole = opening.Terms.Role ?? "main";
        facts.ImposedMinutes = (opening.Terms.Hours ?? 0) * 60;
        facts.WithImprisonment = opening.Terms.WithImprisonment;
        facts.ReleasedOn = opening.Terms.ReleasedOn;
        facts.WorkStatus = facts.WorkStatus.Length == 0 ? "works" : facts.WorkStatus;
    }
}

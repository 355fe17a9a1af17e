using Microsoft.EntityFrameworkCore;
using Plus.Functions.EducationalCommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Progress;

namespace Plus.Functions.EducationalCommunityWork;

/// <summary>Function 4: community work as a compulsory measure of educational character.</summary>
public sealed class EducationalCommunityWorkModule : FunctionDoor
{
    public override ProbationFunction Function => ProbationFunction.EducationalCommunityWork;

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new EducationalWorkMeasureTable());
        model.ApplyConfiguration(new EducationalHoursEntryTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new EducationalWorkMeasure(opening.Section.Id);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<EducationalWorkMeasure>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override async Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<EducationalWorkMeasure>()
            .AsNoTracking()
            .Where(f => sections.Contains(f.SectionId))
            .Select(f => new
            {
                f.SectionId,
                f.ImposedMinutes,
                Credited = db.Set<EducationalHoursEntry>()
                    .Where(e => e.SectionId == f.SectionId && e.WithdrawnAt == null)
                    .Sum(e => (int?)e.CreditedMinutes)
                    ?? 0,
            })
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.SectionId,
            r => new SectionProgress(
                [TermProgress.Line("educationalCommunityWork.requirement.hours", ("hours", r.ImposedMinutes / 60))],
                r.Credited,
                r.ImposedMinutes,
                true
            )
        );
    }

    private static void Fill(EducationalWorkMeasure facts, OpeningSection opening)
    {
        facts.ImposedMinutes = (opening.Terms.Hours ?? 0) * 60;
        facts.Ground = facts.Ground.Length == 0 ? "offence" : facts.Ground;
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Functions.EducationalCommunityWork.Figures;
using Plus.Functions.EducationalCommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.EducationalCommunityWork;

/// <summary>Function 4: community work as a compulsory measure of educational character.</summary>
public sealed class EducationalCommunityWorkModule
    : TypedWorkDoor<EducationalWorkMeasure, EducationalHoursEntry>,
        IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.EducationalCommunityWork;

    public FigureContribution Figures => EducationalCommunityWorkFigures.Contribution;

    protected override string RequirementKey => "educationalCommunityWork.requirement.hours";

    public override IEnumerable<string> KeptAtHand => ["educational_community_work.measure"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new EducationalWorkMeasureTable());
        model.ApplyConfiguration(new EducationalHoursEntryTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new EducationalWorkMeasure(opening.Section.Id) { Ground = "offence" };
        // Until said otherwise the limits of a child in basic education hold.
        facts.Conditions("basicEducation", false, false);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<EducationalWorkMeasure>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override WorkedDay NewDay(
        SectionId section,
        HostEmployerId? host,
        DateOnly day,
        int credited,
        int refused,
        string? refusal,
        bool minor,
        StaffId? by
    ) => new EducationalHoursEntry(section, host, day, credited, refused, refusal, minor, by);

    private static void Fill(EducationalWorkMeasure facts, OpeningSection opening) =>
        facts.Impose((opening.Terms.Hours ?? 0) * 60);

    public override string FactsHref(SectionId section) => $"/functions/educational_community_work/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<EducationalWorkMeasure>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        List<SectionFact> lines =
        [
            new("educationalCommunityWork.fact.ground", facts.Ground, "educationalCommunityWork.ground."),
        ];
        return lines;
    }
}

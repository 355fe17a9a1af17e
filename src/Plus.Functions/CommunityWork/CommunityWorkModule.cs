using Microsoft.EntityFrameworkCore;
using Plus.Functions.CommunityWork.Figures;
using Plus.Functions.CommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.CommunityWork;

/// <summary>Function 3: community work as a criminal penalty.</summary>
public sealed class CommunityWorkModule : TypedWorkDoor<CommunityWorkSentence, HoursEntry>, IFigureDoor
{
    public override ProbationFunction Function => ProbationFunction.CommunityWork;

    public FigureContribution Figures => CommunityWorkFigures.Contribution;

    protected override string RequirementKey => "communityWork.requirement.hours";

    public override IEnumerable<string> KeptAtHand => ["community_work.sentence"];

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new CommunityWorkSentenceTable());
        model.ApplyConfiguration(new HoursEntryTable());
    }

    public override void Open(PlusDb db, OpeningSection opening)
    {
        var facts = new CommunityWorkSentence(opening.Section.Id);
        // Until the client says otherwise the strictest limit of the day holds.
        facts.Conditions("works", false, false);
        Fill(facts, opening);
        db.Add(facts);
    }

    public override async Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct) =>
        Fill(await db.Set<CommunityWorkSentence>().SingleAsync(f => f.SectionId == opening.Section.Id, ct), opening);

    public override WorkedDay NewDay(
        SectionId section,
        HostEmployerId? host,
        DateOnly day,
        int credited,
        int refused,
        string? refusal,
        bool minor,
        StaffId? by
    ) => new HoursEntry(section, host, day, credited, refused, refusal, minor, by);

    protected override FactsForTasks WithMeasure(FactsForTasks facts, CommunityWorkSentence measure) =>
        facts with
        {
            Facts = facts.Facts with
            {
                ReleasedOn = measure.ReleasedOn,
                WithImprisonment = measure.WithImprisonment,
                ReleasedEarly = measure.ReleasedEarly,
            },
        };

    private static void Fill(CommunityWorkSentence facts, OpeningSection opening)
    {
        facts.PenaltyRole = opening.Terms.Role ?? "main";
        facts.Impose((opening.Terms.Hours ?? 0) * 60);
        facts.WithImprisonment = opening.Terms.WithImprisonment;
        facts.ReleasedOn = opening.Terms.ReleasedOn;
    }

    public override string FactsHref(SectionId section) => $"/functions/community_work/{section}/facts";

    public override async Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    )
    {
        var facts = await db.Set<CommunityWorkSentence>().AsNoTracking().SingleAsync(f => f.SectionId == section, ct);
        List<SectionFact> lines =
        [
            new("communityWork.fact.role", facts.PenaltyRole, "communityWork.role."),
            new("communityWork.fact.withImprisonment", facts.WithImprisonment),
            new("communityWork.fact.releasedOn", facts.ReleasedOn),
            new("communityWork.fact.releasedEarly", facts.ReleasedEarly),
        ];
        return lines;
    }
}

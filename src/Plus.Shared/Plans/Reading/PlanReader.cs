using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Plans;
using Plus.Shared.Plans.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Plans.Reading;

/// <summary>A need with its stages (oldest first), its trend, and its goals with their steps.</summary>
public sealed record NeedView(
    PlanNeed Need,
    IReadOnlyList<NeedStage> Stages,
    string Trend,
    IReadOnlyList<(PlanGoal Goal, IReadOnlyList<PlanStep> Steps)> Goals
);

/// <summary>The plan of a section as it stands, and what was agreed on before.</summary>
public sealed record PlanView(IReadOnlyList<NeedView> Needs, IReadOnlyList<PlanVersion> Versions, PlanStep? Review)
{
    public PlanVersion? Last => Versions.Count > 0 ? Versions[0] : null;
}

/// <summary>Reads plans of sections that were found within reach.</summary>
public sealed class PlanReader(PlusDb db, CurrentRules rules, PlusClock clock)
{
    public async Task<PlanView> ReadAsync(SectionId section, CancellationToken ct)
    {
        var needs = await db.Set<PlanNeed>().AsNoTracking().Where(n => n.SectionId == section).ToListAsync(ct);
        var stages = await db.Set<NeedStage>().AsNoTracking().Where(s => s.SectionId == section).ToListAsync(ct);
        var goals = await db.Set<PlanGoal>().AsNoTracking().Where(g => g.SectionId == section).ToListAsync(ct);
        var steps = await db.Set<PlanStep>().AsNoTracking().Where(s => s.SectionId == section).ToListAsync(ct);
        var versions = await db.Set<PlanVersion>()
            .AsNoTracking()
            .Where(v => v.SectionId == section)
            .OrderByDescending(v => v.Number)
            .ToListAsync(ct);
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        return new PlanView(
            [
                .. needs
                    .OrderBy(n => n.ClosedOn is not null)
                    .ThenBy(n => n.OpenedOn)
                    .ThenBy(n => n.Id)
                    .Select(n =>
                    {
                        var own = stages.Where(s => s.NeedId == n.Id).OrderBy(s => s.OnDay).ThenBy(s => s.Id).ToList();
                        return new NeedView(
                            n,
                            own,
                            StageTrend.Of([.. own.Select(s => (s.OnDay, s.Stage))], clock.Today, parameters),
                            [
                                .. goals
                                    .Where(g => g.NeedId == n.Id)
                                    .OrderBy(g => g.SetOn)
                                    .ThenBy(g => g.Id)
                                    .Select(g =>
                                        (
                                            g,
                                            (IReadOnlyList<PlanStep>)
                                                [.. steps.Where(s => s.GoalId == g.Id).OrderBy(s => s.DueOn)]
                                        )
                                    ),
                            ]
                        );
                    }),
            ],
            versions,
            steps.Where(s => s is { IsReview: true, State: PlanStep.Open }).MinBy(s => s.DueOn)
        );
    }
}

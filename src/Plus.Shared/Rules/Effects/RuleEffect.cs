using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Rules.Effects;

/// <summary>
/// What other rules would change: computes the tasks of every open section with the rules in force and with the rules
/// to be, and compares. Runs in batches and keeps nothing of a batch but what differs.
/// </summary>
internal sealed class RuleEffect(
    PlusDb db,
    TaskFacts facts,
    CurrentRules current,
    PlusClock clock,
    ViewLog views,
    StaffAccessor staff
)
{
    /// <summary>Sections read at a time.</summary>
    public const int Batch = 500;

    /// <summary>Lines shown; the rest is counted.</summary>
    public const int Shown = 50;

    /// <summary>Tracks nothing; clients whose tasks are listed are logged as seen.</summary>
    /// <exception cref="Law.Rules.LegalParameterException">The rules to be do not hold together.</exception>
    public async Task<EffectOfRules> OfAsync(RuleSet toBe, string part, CancellationToken ct)
    {
        // Tasks of the whole country; of who is shown nothing but the number of the case.
        using var system = staff.AsSystem("rules");
        var now = await current.ReadAsync(ct);
        var moved = new List<MovedTask>();
        foreach (var sections in (await OpenAsync(ct)).Chunk(Batch))
        {
            foreach (var section in await facts.OfAsync(sections, ct))
            {
                moved.AddRange(Compare(section, now, toBe));
            }

            db.ChangeTracker.Clear();
        }

        var shown = moved.OrderBy(m => m.After ?? m.Before ?? DateOnly.MaxValue).Take(Shown).ToList();
        await views.ListAsync(part, shown.Select(m => m.Client), ct);
        var ids = shown.Select(m => m.Section).ToHashSet();
        var numbers = await (
            from section in db.Set<Section>().AsNoTracking()
            join file in db.Set<Case>() on section.CaseId equals file.Id
            where ids.Contains(section.Id)
            select new { section.Id, file.Number }
        ).ToDictionaryAsync(s => s.Id, s => s.Number, ct);
        return new EffectOfRules(
            moved.Count,
            [.. moved.Select(m => m.Section).Distinct()],
            [.. shown.Select(m => m with { CaseNumber = numbers[m.Section] })]
        );
    }

    private async Task<List<SectionId>> OpenAsync(CancellationToken ct) =>
        await db.Set<Section>()
            .Where(s => s.ClosedOn == null && s.AnnulledOn == null)
            .OrderBy(s => s.Id)
            .Select(s => s.Id)
            .ToListAsync(ct);

    private IEnumerable<MovedTask> Compare(FactsForTasks section, RuleSet now, RuleSet toBe)
    {
        var before = Tasks(section, now);
        var after = Tasks(section, toBe);
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var (was, becomes) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (was is null || becomes is null || was.DueOn != becomes.DueOn)
            {
                yield return new MovedTask(
                    section.Section,
                    section.Client,
                    key.Kind,
                    was?.DueOn,
                    becomes?.DueOn,
                    was is null ? TaskChange.Appears
                        : becomes is null ? TaskChange.Vanishes
                        : TaskChange.Moves
                );
            }
        }
    }

    private Dictionary<(string Kind, string Key), DueTask> Tasks(FactsForTasks section, RuleSet rules) =>
        TaskRules.For(section.Facts, clock.Today, rules.Calendar, rules.Parameters).ToDictionary(t => (t.Kind, t.Key));
}

/// <param name="Count">Tasks that would move, appear or vanish.</param>
/// <param name="Sections">Every section with such a task.</param>
/// <param name="Shown">The first ones by date.</param>
internal sealed record EffectOfRules(int Count, IReadOnlyList<SectionId> Sections, IReadOnlyList<MovedTask> Shown);

/// <summary>A task that would be due on another day, or be there no more, or be new.</summary>
internal sealed record MovedTask(
    SectionId Section,
    ClientId Client,
    string Kind,
    DateOnly? Before,
    DateOnly? After,
    TaskChange Change
)
{
    public string CaseNumber { get; init; } = "";
}

internal enum TaskChange
{
    Moves,
    Appears,
    Vanishes,
}

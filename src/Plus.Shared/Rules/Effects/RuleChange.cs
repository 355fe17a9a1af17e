using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Rules.Effects;

/// <summary>Commits a changed rule and, in the same transaction, brings the tasks in line that it moves.</summary>
internal sealed class RuleChange(
    PlusDb db,
    Processes processes,
    CurrentRules rules,
    RuleEffect effects,
    TaskSync tasks,
    StaffAccessor staff
)
{
    /// <param name="start">The process.</param>
    /// <param name="toBe">The rules as they will stand.</param>
    /// <param name="track">Reads and changes the record; the context tracks nothing before.</param>
    /// <returns>How many tasks moved.</returns>
    public async Task<Outcome<int>> CommitAsync(
        ProcessStart start,
        RuleSet toBe,
        Func<CancellationToken, Task<Refusal?>> track,
        CancellationToken ct
    )
    {
        // A rule moves tasks of the whole country, whoever changes it; none of them is shown.
        using var system = staff.AsSystem("rules");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var effect = await effects.OfAsync(toBe, RulesModule.Change, ct);
        if (await track(ct) is { } refusal)
        {
            return refusal;
        }

        var committed = await processes.CommitAsync(start, ct);
        if (!committed.Done)
        {
            return committed.Refusal;
        }

        rules.Forget();
        foreach (var sections in effect.Sections.Chunk(RuleEffect.Batch))
        {
            db.ChangeTracker.Clear();
            await tasks.AlignAsync(sections, ct);
            await processes.SaveBookkeepingAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return effect.Count;
    }
}

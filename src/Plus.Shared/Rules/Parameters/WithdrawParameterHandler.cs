using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Parameters;

/// <summary>Takes an override back: what stood there before holds again, for all days.</summary>
internal sealed class WithdrawParameterHandler(PlusDb db, PlusClock clock, RuleEffect effects, RuleChange change)
{
    public static readonly ProcessType Withdrawn = new("rules.parameterWithdrawn");

    public async Task<EffectOfRules> PreviewAsync(Guid id, CancellationToken ct) =>
        await effects.OfAsync(await RulesWithoutAsync(id, ct), RulesModule.Change, ct);

    public async Task<Outcome<int>> WithdrawAsync(Guid id, string reason, uint version, CancellationToken ct)
    {
        var code = await db.Set<ParameterOverride>()
            .Where(p => p.Id == id && p.WithdrawnAt == null)
            .Select(p => p.Code)
            .SingleOrDefaultAsync(ct);
        if (code is null)
        {
            return new NoSuchRecord();
        }

        var start = new ProcessStart(Withdrawn)
        {
            Subject = id,
            Reason = reason,
            Values = new Dictionary<string, object?> { ["parameter"] = code },
        };
        return await change.CommitAsync(
            start,
            await RulesWithoutAsync(id, ct),
            async token =>
            {
                var held = await db.Set<ParameterOverride>().SingleAsync(p => p.Id == id, token);
                db.Entry(held).Property(p => p.Version).OriginalValue = version;
                held.Withdraw(clock.Now);
                return null;
            },
            ct
        );
    }

    private async Task<RuleSet> RulesWithoutAsync(Guid id, CancellationToken ct)
    {
        var held = await db.Set<ParameterOverride>()
            .AsNoTracking()
            .Where(p => p.WithdrawnAt == null && p.Id != id)
            .ToListAsync(ct);
        return CurrentRules.Combine(held, await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct));
    }
}

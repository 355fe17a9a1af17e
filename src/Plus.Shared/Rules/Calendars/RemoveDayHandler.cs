using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Calendars;

/// <summary>A day that was set becomes again what the calendar says of it.</summary>
internal sealed class RemoveDayHandler(PlusDb db, RuleEffect effects, RuleChange change)
{
    public static readonly ProcessType Removed = new("rules.dayRemoved");

    public async Task<EffectOfRules> PreviewAsync(DateOnly day, CancellationToken ct) =>
        await effects.OfAsync(await RulesWithoutAsync(day, ct), RulesModule.Change, ct);

    public async Task<Outcome<int>> RemoveAsync(DateOnly day, string reason, uint version, CancellationToken ct)
    {
        if (!await db.Set<CalendarDay>().AnyAsync(d => d.Day == day, ct))
        {
            return new NoSuchRecord();
        }

        var start = new ProcessStart(Removed)
        {
            OnDay = day,
            Reason = reason,
            Values = new Dictionary<string, object?> { ["day"] = day },
        };
        return await change.CommitAsync(
            start,
            await RulesWithoutAsync(day, ct),
            async token =>
            {
                var held = await db.Set<CalendarDay>().SingleAsync(d => d.Day == day, token);
                db.Entry(held).Property(d => d.Version).OriginalValue = version;
                db.Remove(held);
                return null;
            },
            ct
        );
    }

    private async Task<RuleSet> RulesWithoutAsync(DateOnly day, CancellationToken ct)
    {
        var held = await db.Set<ParameterOverride>().AsNoTracking().Where(p => p.WithdrawnAt == null).ToListAsync(ct);
        var days = await db.Set<CalendarDay>().AsNoTracking().Where(d => d.Day != day).ToListAsync(ct);
        return CurrentRules.Combine(held, days);
    }
}

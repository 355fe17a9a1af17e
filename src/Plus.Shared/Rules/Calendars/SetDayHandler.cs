using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Calendar;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;

namespace Plus.Shared.Rules.Calendars;

/// <summary>A day becomes a holiday, a transferred day off or a transferred working day.</summary>
internal sealed class SetDayHandler(PlusDb db, RuleEffect effects, RuleChange change)
{
    public static readonly ProcessType Set = new("rules.daySet");

    public async Task<Outcome<EffectOfRules>> PreviewAsync(NewDay given, CancellationToken ct)
    {
        if (await CheckAsync(given, ct) is { } refusal)
        {
            return refusal;
        }

        return await effects.OfAsync(await RulesWithAsync(given, ct), RulesModule.Change, ct);
    }

    public async Task<Outcome<int>> SetAsync(NewDay given, CancellationToken ct)
    {
        if (await CheckAsync(given, ct) is { } refusal)
        {
            return refusal;
        }

        var start = new ProcessStart(Set)
        {
            OnDay = given.Day,
            Reason = given.Reason,
            Values = new Dictionary<string, object?>
            {
                ["day"] = given.Day,
                ["kind"] = CodeConversion.CodeOf(given.Kind),
            },
        };
        return await change.CommitAsync(
            start,
            await RulesWithAsync(given, ct),
            _ =>
            {
                db.Add(new CalendarDay(given.Day, given.Kind, given.Reason.Trim()));
                return Task.FromResult<Refusal?>(null);
            },
            ct
        );
    }

    private async Task<Refusal?> CheckAsync(NewDay given, CancellationToken ct)
    {
        if (!WorkingCalendar.Holds(given.Day))
        {
            return new DayOutOfRange();
        }

        if (await db.Set<CalendarDay>().AnyAsync(d => d.Day == given.Day, ct))
        {
            return new DaySetAlready();
        }

        var isWorked = WorkingCalendar.Standard.IsWorkingDay(given.Day);
        return isWorked == (given.Kind == CalendarDayKind.TransferredWork) ? new DayIsSoAlready() : null;
    }

    private async Task<RuleSet> RulesWithAsync(NewDay given, CancellationToken ct)
    {
        var held = await db.Set<ParameterOverride>().AsNoTracking().Where(p => p.WithdrawnAt == null).ToListAsync(ct);
        var days = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct);
        return CurrentRules.Combine(held, [.. days, new CalendarDay(given.Day, given.Kind, given.Reason)]);
    }
}

internal sealed record NewDay(DateOnly Day, CalendarDayKind Kind, string Reason);

/// <summary>PLUS holds the calendar of 2005 to 2035.</summary>
internal sealed record DayOutOfRange() : Refusal("rules.day.outOfRange")
{
    public override string Field => "Day";
}

internal sealed record DaySetAlready() : Refusal("rules.day.setAlready")
{
    public override string Field => "Day";
}

/// <summary>A day off cannot become a day off, nor a working day a working day.</summary>
internal sealed record DayIsSoAlready() : Refusal("rules.day.soAlready")
{
    public override string Field => "Kind";
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Places;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>A schedule needs a place where the client works.</summary>
public sealed record NothingToScheduleAt() : Refusal("workHours.refusal.scheduleWithoutPlace")
{
    public override string? Field => "From";
}

/// <summary>Days that have been are worked, not planned.</summary>
public sealed record ScheduleBeginsInThePast() : Refusal("workHours.refusal.schedulePast")
{
    public override string? Field => "From";
}

/// <summary>Nothing is left to plan.</summary>
public sealed record NothingIsLeft() : Refusal("workHours.refusal.nothingLeft")
{
    public override string? Field => "From";
}

/// <summary>Days planned by hand that cannot be, each with its reason; nothing was saved.</summary>
public sealed record PlannedDaysAreRefused(IReadOnlyList<(DateOnly Day, Verdict.Refused Reason)> Days)
    : Refusal("workHours.refusal.someDays");

/// <summary>Makes schedules and changes them by hand.</summary>
internal sealed class ScheduleHandler(
    PlusDb db,
    SectionEditing editing,
    ScheduleFacts facts,
    SitePlaces places,
    CurrentRules rules,
    PlusClock clock
)
{
    /// <summary>Plans everything that is left from a day on; days planned from then on before are replaced.</summary>
    public async Task<Outcome<Schedule>> MakeAsync(
        WorkDoor door,
        SectionId id,
        DateOnly from,
        int weeklyMinutes,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        if (from < clock.Today)
        {
            return new ScheduleBeginsInThePast();
        }

        await places.HoldAsync(id, from, ct);
        var read = await facts.ReadAsync(door, section, measure, from, weeklyMinutes, ct);
        if (read.Placement is not { } placement)
        {
            return new NothingToScheduleAt();
        }

        if (ScheduleGenerator.Remainder(read.Request.Facts) == 0)
        {
            return new NothingIsLeft();
        }

        var set = await rules.ReadAsync(ct);
        var schedule = ScheduleGenerator.Generate(read.Request, set.Calendar, set.Parameters);
        var stored = await db.Set<PlannedDay>()
            .Where(d => d.SectionId == id && d.Day >= from)
            .ToDictionaryAsync(d => d.Day, ct);
        foreach (var day in schedule.Days)
        {
            // A day stays the same row: of a day there is only one.
            if (stored.Remove(day.Day, out var known))
            {
                known.At(placement, day.Start, day.Minutes);
            }
            else
            {
                db.Add(new PlannedDay(id, placement, day.Day, day.Start, day.Minutes));
            }
        }

        db.RemoveRange(stored.Values);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Scheduled)
            {
                Values = new Dictionary<string, object?>
                {
                    ["from"] = from,
                    ["to"] = schedule.Days.Count == 0 ? null : schedule.Days[^1].Day,
                    ["days"] = schedule.Days.Count,
                },
            },
            ct
        );
        if (!done.Done)
        {
            return done.Refusal;
        }

        await transaction.CommitAsync(ct);
        return schedule;
    }

    /// <summary>Plans days by hand; a day with no minutes is taken off the plan. All, or none with the reasons.</summary>
    public async Task<Outcome<Unit>> SetAsync(
        WorkDoor door,
        SectionId id,
        IReadOnlyList<PlannedWork> days,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        var today = clock.Today;
        if (days.Any(d => d.Day < today))
        {
            return new ScheduleBeginsInThePast();
        }

        await places.HoldAsync(id, today, ct);
        var read = await facts.ReadAsync(door, section, measure, today, 0, ct);
        if (read.Placement is not { } placement)
        {
            return new NothingToScheduleAt();
        }

        var set = await rules.ReadAsync(ct);
        var judged = DaysByHand.Judge(read, days, set);
        if (judged.Changed.Count == 0)
        {
            return Unit.Value;
        }

        if (judged.Refused.Count > 0)
        {
            return new PlannedDaysAreRefused(judged.Refused);
        }

        days = judged.Changed;
        var changed = days.Select(d => d.Day).ToList();
        var stored = await db.Set<PlannedDay>()
            .Where(d => d.SectionId == id && changed.Contains(d.Day))
            .ToDictionaryAsync(d => d.Day, ct);
        foreach (var day in days)
        {
            var known = stored.GetValueOrDefault(day.Day);
            if (day.Minutes == 0)
            {
                if (known is not null)
                {
                    db.Remove(known);
                }
            }
            else if (known is not null)
            {
                known.Set(day.Start, day.Minutes);
            }
            else
            {
                db.Add(new PlannedDay(id, placement, day.Day, day.Start, day.Minutes));
            }
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Rescheduled)
            {
                Values = new Dictionary<string, object?> { ["from"] = changed.Min(), ["to"] = changed.Max() },
            },
            ct
        );
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }
}
